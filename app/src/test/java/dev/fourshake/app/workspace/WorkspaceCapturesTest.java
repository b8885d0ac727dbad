package dev.fourshake.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureFile;
import dev.fourshake.app.capture.Progress;
import dev.fourshake.app.capture.SampleTraffic;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.replay.OpeningState;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, replaying, renaming, deleting and saving captures in a workspace. */
class WorkspaceCapturesTest {

    @TempDir
    Path directory;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(new UserData(directory));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path saved(String name, int events) throws IOException {
        return SavedCaptures.save(directory.resolve("captures").resolve(name + ".fourshake"),
                SampleTraffic.events(events, 2));
    }

    @Test
    void anOpenedCaptureShowsAllItsEvents() throws IOException {
        CaptureTrace capture = workspace.openCapture(saved("press-4", 500));
        OpeningState end = capture.done().join();
        assertEquals(OpeningState.Phase.COMPLETE, end.phase());
        assertEquals(500, capture.snapshot().rowCount());
        assertEquals("press-4", capture.title());
        assertEquals("127.0.0.1:1884 → 127.0.0.1:1883", capture.origin());
        assertEquals(List.of(capture), workspace.sources());
    }

    @Test
    void whatIsOpenIsOpenedAgainOnlyIfItHasChanged() throws IOException {
        Path file = saved("press-4", 50);
        CaptureTrace first = workspace.openCapture(file);
        first.done().join();
        assertSame(first, workspace.openCapture(file));
        saved("press-4", 90);
        CaptureTrace second = workspace.openCapture(file);
        assertNotSame(first, second);
        assertEquals(List.of(second), workspace.sources());
        assertEquals(90, second.done().join().position());
        assertEquals(50, first.snapshot().rowCount(), "what was shown stays");
    }

    @Test
    void aReplayWaitsAtItsStartAndLetsGoOfItsFileWhenItEnds() throws IOException {
        Path file = saved("press-4", 300);
        CaptureReplay replay = workspace.openReplay(file);
        assertEquals(0, replay.snapshot().rowCount());
        replay.replay().stepForward();
        // The link is opened, and then there is its CONNECT.
        await(() -> replay.snapshot().rowCount() == 2);
        CaptureException inUse = assertThrows(CaptureException.class, () -> workspace.trash().take(file));
        assertEquals(CaptureException.Kind.IN_USE, inUse.kind());
        workspace.end(replay);
        workspace.trash().take(file);
        assertFalse(Files.exists(file));
    }

    /** The next event is an hour away, and the replay waits for it. */
    @Test
    void aReplayThatWaitsEndsAtOnce() throws IOException {
        List<WireEvent> events = List.of(
                new LinkOpened(1, SampleTraffic.START, "a:1", "b:2", false, false),
                new LinkOpened(2, SampleTraffic.START + 3_600_000_000_000L, "a:2", "b:2",
                        false, false));
        Path file = SavedCaptures.save(directory.resolve("slow.fourshake"), events);
        CaptureReplay replay = workspace.openReplay(file);
        replay.replay().skipGaps(false);
        replay.replay().play();
        await(() -> replay.snapshot().rowCount() == 1);
        workspace.end(replay);
        assertTrue(workspace.sources().isEmpty());
    }

    @Test
    void aRenamedCaptureKeepsItsPlaceInTheWindowAndAmongTheRecentFiles() throws IOException {
        CaptureTrace capture = workspace.openCapture(saved("press-4", 20));
        capture.done().join();
        Path renamed = workspace.rename(capture.file(), "hall 3: press");
        assertEquals("hall 3- press", capture.title());
        assertTrue(capture.isCurrent());
        assertEquals(List.of(renamed), workspace.recent().all());
        assertSame(capture, workspace.openCapture(renamed));
    }

    @Test
    void aDeletedCaptureCanBeTakenBack() throws IOException {
        Path file = saved("press-4", 20);
        Path taken = workspace.trash().take(file);
        assertTrue(workspace.catalogue().files().isEmpty());
        saved("press-4", 30);
        assertEquals("press-4 (2).fourshake", workspace.trash().restore(taken).getFileName().toString());
        assertEquals(List.of("press-4", "press-4 (2)"),
                workspace.catalogue().files().stream().map(CaptureFile::name).sorted().toList());
    }

    @Test
    void theTrashIsEmptiedOfWhatIsOld() throws IOException {
        Path taken = workspace.trash().take(saved("press-4", 20));
        Path notOurs = Files.writeString(workspace.trash().directory().resolve("notes"), "keep");
        workspace.trash().purge(LocalDate.now().plusDays(CaptureTrash.KEPT_DAYS));
        assertTrue(Files.exists(taken));
        workspace.trash().purge(LocalDate.now().plusDays(CaptureTrash.KEPT_DAYS + 1));
        assertFalse(Files.exists(taken.getParent()));
        assertTrue(Files.exists(notOurs));
    }

    @Test
    void oneDayThatCannotBeDeletedKeepsNoOtherInTheTrash() throws IOException {
        Path trash = workspace.trash().directory();
        for (int day = 1; day <= 20; day++) {
            Files.createDirectories(trash.resolve("2020-01-%02d".formatted(day)));
        }
        for (String stubborn : List.of("2020-01-01", "2020-01-20")) {
            Files.writeString(Files.createDirectory(trash.resolve(stubborn).resolve("folder")).resolve("notes"),
                    "keep");
        }
        workspace.trash().purge(LocalDate.now());
        try (Stream<Path> left = Files.list(trash)) {
            assertEquals(Set.of(trash.resolve("2020-01-01"), trash.resolve("2020-01-20")),
                    left.collect(Collectors.toSet()));
        }
    }

    @Test
    void theTenLatestFilesAreKeptForTheNextStart() throws IOException {
        List<Path> files = IntStream.range(0, 12).mapToObj(i -> {
            try {
                return saved("capture " + i, 5);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }).toList();
        for (Path file : files) {
            workspace.openCapture(file);
        }
        workspace.openCapture(files.get(5));
        List<Path> recent = workspace.recent().all();
        assertEquals(RecentFiles.MOST, recent.size());
        assertEquals(List.of(files.get(5), files.get(11)), recent.subList(0, 2));
        try (Workspace next = new Workspace(new UserData(directory))) {
            assertEquals(recent, next.recent().all());
        }
    }

    @Test
    void whatIsShownIsSavedWithWhereItCameFrom() throws IOException {
        CaptureTrace capture = workspace.openCapture(saved("press-4", 20_000));
        capture.done().join();
        Path copy = directory.resolve("copy.fourshake");
        assertTrue(workspace.save(capture, copy, Progress.NONE));
        CaptureTrace again = workspace.openCapture(copy);
        assertEquals(20_000, again.done().join().position());
        assertEquals(capture.origin(), again.origin());
        assertFalse(workspace.save(capture, directory.resolve("none.fourshake"), (_, _) -> false));
        assertFalse(Files.exists(directory.resolve("none.fourshake")));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(condition);
    }
}
