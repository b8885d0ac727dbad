package dev.fourshake.app.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureException.Kind;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureCatalogueTest {

    @TempDir
    Path data;

    private CaptureCatalogue catalogue() {
        return new CaptureCatalogue(data.resolve("captures"));
    }

    private Path save(String name, int events) throws CaptureException {
        Path file = catalogue().newFile(name);
        CaptureFileTest.write(file, SampleTraffic.events(events, 2));
        return file;
    }

    @Test
    void aDirectoryThatIsNotThereYetIsEmpty() throws CaptureException {
        assertEquals(List.of(), catalogue().files());
    }

    @Test
    void itListsCapturesTheLatestFirst() throws IOException {
        Path old = save("old", 1000);
        save("young", 500);
        Files.setLastModifiedTime(old, FileTime.fromMillis(1));
        Files.writeString(data.resolve("captures/notes.txt"), "no capture");
        Files.createDirectory(data.resolve("captures/folder.fourshake"));

        CaptureCatalogue catalogue = catalogue();
        List<CaptureFile> files = catalogue.files();
        assertEquals(List.of("young", "old"), files.stream().map(CaptureFile::name).toList());
        assertEquals(Files.size(old), files.getLast().bytes());

        CaptureSummary summary = catalogue.details(files.getLast()).summary().orElseThrow();
        assertEquals(1000, summary.events());
        assertEquals(2, summary.links());
        List<WireEvent> events = SampleTraffic.events(1000, 2);
        assertEquals(events.getFirst().timeNanos(), summary.earliest());
        assertEquals(events.getLast().timeNanos(), summary.latest());
        assertTrue(summary.ended().isPresent());
        try (CaptureReader reader = CaptureReader.open(old)) {
            assertEquals(reader.summary(), summary, "read in two ways");
        }
        assertSame(catalogue.details(files.getFirst()), catalogue.details(files.getFirst()), "opened once");
    }

    @Test
    void whatCannotBeOpenedIsListedWithItsReason() throws IOException {
        save("good", 10);
        Files.writeString(data.resolve("captures/bad.fourshake"), "no H2 file");
        CaptureCatalogue catalogue = catalogue();
        CaptureFile bad = catalogue.files().stream().filter(file -> file.name().equals("bad")).findFirst()
                .orElseThrow();
        assertTrue(catalogue.details(bad).problem().orElseThrow().text().contains("neither a Fourshake capture"));
        assertTrue(catalogue.details(bad).summary().isEmpty());
    }

    @Test
    void aRecordingIsListedWhileItGoesOn() throws IOException {
        Path file = catalogue().newFile("live");
        try (CaptureWriter writer = CaptureWriter.create(file, CaptureInfo.now("0", ""))) {
            writer.append(SampleTraffic.events(10, 1).getFirst());
            writer.flush();
            CaptureFile live = catalogue().files().getFirst();
            assertTrue(live.openHere());
            assertEquals(1, catalogue().details(live).summary().orElseThrow().events());
            assertRefused(Kind.IN_USE, () -> catalogue().delete(file));
            assertRefused(Kind.IN_USE, () -> catalogue().rename(file, "other"));
        }
        assertFalse(catalogue().files().getFirst().openHere());
    }

    @Test
    void whatAnotherProgramRecordsStays() throws IOException {
        Path file = save("theirs", 10);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.lock();
            CaptureCatalogue others = catalogue();
            assertTrue(others.details(others.files().getFirst()).inUse());
            assertRefused(Kind.IN_USE, () -> catalogue().delete(file));
        }
        catalogue().delete(file);
        assertEquals(List.of(), catalogue().files());
    }

    @Test
    void renaming() throws IOException {
        Path file = save("press", 100);
        Path renamed = catalogue().rename(file, "press 4: before/after");
        assertEquals("press 4- before-after.fourshake", renamed.getFileName().toString());
        assertEquals(renamed, catalogue().rename(renamed, "press 4- before-after"));
        CaptureReader.open(renamed).close();
        save("press", 10);
        assertRefused(Kind.EXISTS, () -> catalogue().rename(renamed, "press"));
        assertRefused(Kind.MISSING, () -> catalogue().rename(data.resolve("captures/none.fourshake"), "x"));
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        assertEquals("demo.fourshake", save("demo", 10).getFileName().toString());
        assertEquals("demo (2).fourshake", save("demo", 10).getFileName().toString());
        assertEquals("demo (3).fourshake", save("demo.fourshake", 10).getFileName().toString());
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, delimiter = '|', quoteCharacter = '~', value = {
        "demo|demo", "../../etc/passwd|-..-etc-passwd", "  press 4. |press 4", "a\\b:c*d|a-b-c-d", "NUL|_NUL",
        "com1.txt|_com1.txt", "~~|capture", "...|capture", "Prüfstand 3 ✓|Prüfstand 3 ✓", "x.FOURSHAKE|x"})
    void anyTextMakesAName(String wish, String name) {
        assertEquals(name, CaptureNames.safe(wish));
    }

    @Test
    void aLongTextMakesAShortName() {
        assertEquals(200, CaptureNames.safe("\uD83D\uDE80".repeat(500)).length(), "100 characters of two units each");
    }

    private static void assertRefused(Kind kind, Executable call) {
        assertEquals(kind, assertThrows(CaptureException.class, call).kind());
    }
}
