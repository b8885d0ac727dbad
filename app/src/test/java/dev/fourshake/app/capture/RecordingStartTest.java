package dev.fourshake.app.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureRecorder.Start;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving what a trace holds already: all of it, or what a recording that begins now needs to be understood. */
class RecordingStartTest {

    private static final CaptureInfo INFO = CaptureInfo.now("0.1", "tap");
    private static final String CONNECT = "10 10 0004 4d515454 04 00 003c 0004 64657631";
    private static final String PUBLISH_1 = "34 07 0001 61 0001 6869";
    private static final String PUBLISH_2 = "34 07 0001 61 0002 6869";

    @TempDir
    Path directory;

    private long time = SampleTraffic.START;

    private final List<WireEvent> before = List.of(
            new LinkOpened(1, ++time, "a:1", "b:1883", false, false),
            up(1, CONNECT), down(1, "20 02 00 00"),
            new LinkOpened(2, ++time, "a:2", "b:1883", false, false),
            up(2, CONNECT.replace("31", "32")), down(2, "20 02 01 00"),
            up(2, "82 06 0001 0001 61 02"), down(2, "90 03 0001 02"),
            up(1, PUBLISH_1), down(1, "50 02 0001"), up(1, "62 02 0001"), down(1, "70 02 0001"),
            up(1, "c0 00"), down(1, "d0 00"),
            up(1, PUBLISH_2), down(1, "50 02 0002"),
            new FramesMissed(2, ++time, Direction.SERVER_TO_CLIENT, 7, -1),
            held(2, "c0 00", 1), new FrameReleased(2, ++time, Direction.CLIENT_TO_SERVER, 1, Frame.Fate.DROPPED),
            new LinkEnded(1, ++time, Party.CLIENT, Ending.HALF_CLOSED, ""),
            new LinkEnded(1, ++time, Party.CLIENT, Ending.RESET, "Connection reset"),
            new LinkOpened(3, ++time, "a:3", "b:1883", true, false),
            new LinkEnded(3, ++time, Party.BROKER, Ending.UNREACHABLE, "Connection refused"),
            held(2, "e0 00", 2));
    private final List<WireEvent> after = List.of(
            new FrameReleased(2, ++time, Direction.CLIENT_TO_SERVER, 2, Frame.Fate.PASSED),
            new LinkEnded(2, ++time, Party.CLIENT, Ending.CLOSED, ""),
            new LinkOpened(4, ++time, "a:4", "b:1883", false, false));

    @Test
    void fromTheBeginning() throws Exception {
        List<WireEvent> all = new ArrayList<>(before);
        all.addAll(after);
        assertEquals(all, recorded(Start.BEGINNING));
    }

    /** The PINGREQ that was thrown away is an exchange that nobody has finished, as is the second PUBLISH. */
    @Test
    void fromNowWithWhatOneNeedsToUnderstandIt() throws Exception {
        List<WireEvent> expected = new ArrayList<>();
        for (int row : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 14, 15, 17, 18, 19, 20, 23}) {
            expected.add(before.get(row));
        }
        expected.add(new FramesMissed(2, before.getLast().timeNanos(), Direction.CLIENT_TO_SERVER, 0, 0));
        expected.addAll(after.subList(0, 2));
        expected.add(new LinkOpened(3, time, "a:4", "b:1883", false, false));
        assertEquals(expected, recorded(Start.NOW));
    }

    /** MQTT 5: the session subscribed on an earlier connection, and its topic is an alias by now. */
    @Test
    void whatWasSaidLongAgoAndStillHoldsIsKnown() throws Exception {
        String connect = "10 16 0004 4d515454 05 00 003c 05 11 0000012c 0004 64657631";
        List<WireEvent> earlier = List.of(
                new LinkOpened(1, ++time, "a:1", "b:1883", false, false),
                up(1, connect), down(1, "20 03 00 00 00"),
                up(1, "82 09 0001 00 0003 612f23 02"), down(1, "90 04 0001 00 02"),
                new LinkEnded(1, ++time, Party.CLIENT, Ending.RESET, ""),
                new LinkOpened(2, ++time, "a:2", "b:1883", false, false),
                up(2, connect), down(2, "20 06 01 00 03 22 000a"),
                up(2, "32 0c 0003 612f62 0007 03 23 0001 78"), down(2, "40 02 0007"),
                up(2, "c0 00"), down(2, "d0 00"));
        List<WireEvent> later = List.of(up(2, "30 07 0000 03 23 0001 79"),
                down(2, "30 07 0003 612f62 00 79"), down(2, "40 02 0009"));
        Trace trace = new Trace();
        recorded(Start.NOW, earlier, later).forEach(trace::append);
        TraceSnapshot opened = trace.publish();
        int alias = opened.rowCount() - 3;
        assertEquals("a/b", opened.topic(alias));
        assertEquals("a/#", opened.sessions().getFirst().subscriptions().getFirst().topicFilter());
        assertEquals(List.of(), opened.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList());
    }

    @Test
    void aTraceIsSavedAsItWas() throws Exception {
        Path file = directory.resolve("saved.fourshake");
        TraceSnapshot trace = snapshot(SampleTraffic.events(30_000, 4));
        Files.writeString(file, "replaced");
        assertTrue(CaptureStore.save(trace, file, INFO, Progress.NONE));
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertEquals(SampleTraffic.events(30_000, 4), CaptureFileTest.all(reader));
        }
    }

    @Test
    void savingThatIsEndedOrFailsLeavesNothingBehind() throws Exception {
        Path file = directory.resolve("saved.fourshake");
        TraceSnapshot trace = snapshot(SampleTraffic.events(30_000, 4));
        assertFalse(CaptureStore.save(trace, file, INFO, (done, total) -> done < total / 2));
        assertEquals(0, directory.toFile().list().length);

        Path nowhere = directory.resolve("none/saved.fourshake");
        CaptureException failure = assertThrows(CaptureException.class,
                () -> CaptureStore.save(trace, nowhere, INFO, Progress.NONE));
        assertTrue(failure.problem().text().contains("no folder " + nowhere.getParent() + " to save " + nowhere),
                failure.problem().text());
    }

    private List<WireEvent> recorded(Start start) throws Exception {
        return recorded(start, before, after);
    }

    private List<WireEvent> recorded(Start start, List<WireEvent> before, List<WireEvent> after) throws Exception {
        Path file = directory.resolve("live.fourshake");
        TraceFeed feed = new TraceFeed(new Trace());
        feed.put(before);
        await().until(() -> feed.trace().snapshot().rowCount() == before.size());
        CaptureRecorder recorder = CaptureRecorder.start(feed, file, INFO, start);
        feed.put(after);
        feed.close();
        recorder.close();
        try (CaptureReader reader = CaptureReader.open(file)) {
            return CaptureFileTest.all(reader);
        }
    }

    private static TraceSnapshot snapshot(List<WireEvent> events) {
        Trace trace = new Trace();
        events.forEach(trace::append);
        return trace.publish();
    }

    private Frame up(int link, String hex) {
        return Frame.passed(link, ++time, Direction.CLIENT_TO_SERVER, Bytes.ofHex(hex));
    }

    private Frame down(int link, String hex) {
        return Frame.passed(link, ++time, Direction.SERVER_TO_CLIENT, Bytes.ofHex(hex));
    }

    private Frame held(int link, String hex, long holdId) {
        return new Frame(link, ++time, Direction.CLIENT_TO_SERVER, Bytes.ofHex(hex), false, Frame.Fate.HELD, holdId);
    }
}
