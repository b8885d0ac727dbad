package dev.fourshake.app.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureRecorder.Start;
import dev.fourshake.app.capture.RecorderState.Phase;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureRecorderTest {

    private static final CaptureInfo INFO = CaptureInfo.now("0.1", "tap");

    @TempDir
    Path directory;

    private final TraceFeed feed = new TraceFeed(new Trace());

    private Path file() {
        return directory.resolve("live.fourshake");
    }

    @Test
    void whatHappensIsInTheFileAtOnceAndStaysWhenItIsStopped() throws Exception {
        List<WireEvent> events = SampleTraffic.events(20_000, 5);
        CaptureRecorder recorder = CaptureRecorder.start(feed, file(), INFO, Start.NOW);
        feed.put(events.subList(0, 12_000));
        await().until(() -> recorder.state().events() == 12_000);
        try (CaptureReader reader = CaptureReader.open(file())) {
            assertEquals(events.subList(0, 12_000), CaptureFileTest.all(reader));
        }
        feed.put(events.subList(12_000, 20_000));
        feed.close();
        recorder.close();

        assertEquals(new RecorderState(file(), Phase.STOPPED, 20_000, 0, 0, Optional.empty()),
                recorder.state());
        try (CaptureReader reader = CaptureReader.open(file())) {
            assertEquals(events, CaptureFileTest.all(reader));
            assertTrue(reader.summary().ended().isPresent());
        }
    }

    @Test
    void aStoppedRecordingGetsNoMore() throws Exception {
        List<WireEvent> events = SampleTraffic.events(2000, 2);
        CaptureRecorder recorder = CaptureRecorder.start(feed, file(), INFO, Start.NOW);
        feed.put(events.subList(0, 1000));
        await().until(() -> recorder.state().events() == 1000);
        recorder.close();
        feed.put(events.subList(1000, 2000));
        feed.close();
        try (CaptureReader reader = CaptureReader.open(file())) {
            assertEquals(1000, reader.count());
        }
    }

    @Test
    void itTellsItsListeners() throws Exception {
        List<Phase> phases = new CopyOnWriteArrayList<>();
        CaptureRecorder recorder = CaptureRecorder.start(feed, file(), INFO, Start.NOW);
        recorder.addListener(state -> phases.add(state.phase()));
        feed.put(SampleTraffic.events(10, 1));
        await().until(() -> phases.contains(Phase.RECORDING));
        recorder.close();
        feed.close();
        await().until(() -> phases.getLast() == Phase.STOPPED);
    }

    @Test
    void aFullDiskEndsTheRecordingAndKeepsWhatWasSaved() throws Exception {
        TestDisk.mount(1 << 20);
        List<WireEvent> events = noise(4000, 1000);
        CaptureRecorder recorder = new CaptureRecorder(CaptureWriter.create(file(), INFO, TestDisk.SCHEME), Start.NOW,
                CaptureRecorder.QUEUE_BYTES);
        recorder.follow(feed);
        for (int i = 0; i < events.size(); i += 100) {
            long before = recorder.state().events();
            feed.put(events.subList(i, i + 100));
            await().until(() -> recorder.state().events() > before || recorder.state().isOver());
        }
        RecorderState state = recorder.state();
        assertEquals(Phase.FAILED, state.phase());
        String problem = state.problem().orElseThrow().text(Locale.ENGLISH);
        assertTrue(problem.contains("The disk is full") && problem.contains(file().toString()), problem);
        feed.close();
        recorder.close();

        try (CaptureReader reader = CaptureReader.open(file())) {
            assertTrue(reader.count() >= state.events(), "what was told as saved is there");
            assertTrue(state.events() > 100);
            assertEquals(events.subList(0, (int) reader.count()), CaptureFileTest.all(reader));
        }
    }

    @Test
    void aDiskThatIsSlowerThanTheWireCostsFramesAndSaysWhich() throws Exception {
        TestDisk.mount(Long.MAX_VALUE);
        CaptureRecorder recorder = new CaptureRecorder(CaptureWriter.create(file(), INFO, TestDisk.SCHEME), Start.NOW,
                500_000);
        recorder.follow(feed);
        List<WireEvent> events = noise(4000, 1000);
        TestDisk.STANDSTILL.lock();
        try {
            feed.put(events.subList(0, 3000));
            await().until(() -> feed.status().queuedBytes() == 0);
            assertTrue(recorder.state().missedFrames() > 0);
            assertEquals(Phase.RECORDING, recorder.state().phase());
        } finally {
            TestDisk.STANDSTILL.unlock();
        }
        await().until(() -> recorder.state().events() > 0);
        feed.put(events.subList(3000, 4000));
        feed.close();
        recorder.close();

        RecorderState state = recorder.state();
        assertTrue(state.problem().orElseThrow().text(Locale.ENGLISH).startsWith("The disk is slower"));
        try (CaptureReader reader = CaptureReader.open(file())) {
            long frames = 0;
            long told = 0;
            List<WireEvent> kept = new ArrayList<>(events);
            for (WireEvent event : CaptureFileTest.all(reader)) {
                switch (event) {
                    case FramesMissed gap -> told += gap.frames();
                    case Frame _ -> frames++;
                    default -> { }
                }
                assertTrue(event instanceof FramesMissed || kept.contains(event));
            }
            assertEquals(state.missedFrames(), told, "the capture tells what is missing");
            assertEquals(4000 - 1, frames + told, "nothing is lost in silence");
        }
    }

    @Test
    void theQueueDropsTheReleaseOfAFrameThatItDropped() throws InterruptedException {
        RecorderQueue queue = new RecorderQueue(1500);
        Bytes big = Bytes.of(new byte[900]);
        LinkOpened opened = new LinkOpened(1, 1, "a:1", "b:1", false, false);
        Frame first = Frame.passed(1, 2, Direction.CLIENT_TO_SERVER, big);
        Frame held = new Frame(1, 3, Direction.CLIENT_TO_SERVER, big, false, Frame.Fate.HELD, 5);
        FrameReleased released = new FrameReleased(1, 4, Direction.CLIENT_TO_SERVER, 5, Frame.Fate.PASSED);
        Frame last = Frame.passed(1, 5, Direction.SERVER_TO_CLIENT, Bytes.ofHex("d000"));
        queue.offer(List.of(opened, first, held, released));
        assertEquals(List.of(opened, first), queue.take(1));
        assertEquals(1, queue.missedFrames());
        queue.offer(List.of(last));
        queue.end();
        assertEquals(List.of(new FramesMissed(1, 5, Direction.CLIENT_TO_SERVER, 900, 1),
                new FramesMissed(1, 5, Direction.SERVER_TO_CLIENT, 2, 1)), queue.take(1),
                "what was taken is not done with yet, so there was no room");
        assertTrue(queue.isDrained());
    }

    /** Frames that cannot be deflated, behind the opening of their link. */
    private static List<WireEvent> noise(int count, int bytes) {
        Random random = new Random(9);
        List<WireEvent> events = new ArrayList<>();
        events.add(new LinkOpened(1, SampleTraffic.START, "a:1", "b:1", false, false));
        while (events.size() < count) {
            byte[] raw = new byte[bytes];
            random.nextBytes(raw);
            events.add(Frame.opaque(1, SampleTraffic.START + events.size(), Direction.CLIENT_TO_SERVER,
                    Bytes.of(raw)));
        }
        return events;
    }
}
