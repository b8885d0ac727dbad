package dev.fourshake.app.replay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureCatalogue;
import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureReader;
import dev.fourshake.app.capture.CaptureWriter;
import dev.fourshake.app.capture.SampleTraffic;
import dev.fourshake.app.replay.OpeningState.Phase;
import dev.fourshake.app.trace.TraceMemory;
import dev.fourshake.model.wire.WireEvent;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedCaptureTest {

    @TempDir
    Path directory;

    private Path save(List<WireEvent> events) throws CaptureException {
        Path file = directory.resolve("a.fourshake");
        try (CaptureWriter writer = CaptureWriter.create(file, CaptureInfo.now("0.1", "test"))) {
            for (WireEvent event : events) {
                writer.append(event);
            }
        }
        return file;
    }

    @Test
    void itShowsWhatLiveTrafficShowed() throws Exception {
        List<WireEvent> events = SampleTraffic.events(50_000, 7);
        try (OpenedCapture opened = OpenedCapture.of(CaptureInput.open(save(events)))) {
            await().until(() -> opened.state().phase() == Phase.COMPLETE);
            Traces.assertSame(Traces.of(events), opened.snapshot());
            assertEquals(50_000, opened.state().position());
            assertEquals(List.of(), opened.state().problems());
            new CaptureCatalogue(directory).delete(opened.file());
        }
    }

    @Test
    void replayedItShowsTheSame() throws Exception {
        List<WireEvent> events = SampleTraffic.events(50_000, 7);
        try (Replay replay = new Replay(CaptureReader.open(save(events)))) {
            replay.speed(Replay.AS_FAST_AS_POSSIBLE);
            replay.play();
            await().until(() -> replay.state().isAtEnd() && replay.snapshot().rowCount() == events.size());
            Traces.assertSame(Traces.of(events), replay.snapshot());
            replay.seek(25_000);
            replay.stepForward();
            replay.stepBack();
            await().until(() -> replay.state().position() == 25_000 && replay.snapshot().rowCount() == 25_000);
            Traces.assertSame(Traces.of(events.subList(0, 25_000)), replay.snapshot());
        }
    }

    @Test
    void openingCanBeCancelledAndKeepsWhatItHas() throws Exception {
        Path file = save(SampleTraffic.events(200_000, 7));
        CountDownLatch looked = new CountDownLatch(1);
        try (OpenedCapture opened = OpenedCapture.of(CaptureInput.open(file))) {
            opened.addStateListener(state -> {
                if (state.phase() == Phase.OPENING && opened.snapshot().rowCount() > 0) {
                    opened.cancel();
                    looked.countDown();
                }
            });
            await().until(() -> opened.state().phase() == Phase.CANCELLED);
            assertEquals(0, looked.getCount(), "the first packets are seen before the last are read");
            assertTrue(opened.state().position() < 200_000);
            assertEquals(opened.state().position(), opened.snapshot().rowCount());
        }
    }

    @Test
    void ofAFileThatIsTooLargeForTheMemoryItShowsTheBeginningAndSaysSo() throws Exception {
        Path file = save(SampleTraffic.events(300_000, 7));
        try (OpenedCapture opened = OpenedCapture.of(CaptureInput.open(file), new TraceMemory(1 << 20))) {
            await().until(() -> opened.state().phase() == Phase.FAILED);
            assertTrue(opened.state().position() < 300_000, "it is not read on for nothing");
            assertTrue(opened.snapshot().rowCount() > 0);
            String sentence = opened.state().problems().getFirst().text(Locale.ENGLISH);
            assertTrue(sentence.contains("too large") && sentence.contains(file.toString()), sentence);
        }
    }

    @Test
    void ofADamagedFileItShowsWhatIsThere() throws Exception {
        List<WireEvent> events = SampleTraffic.events(100_000, 7);
        Path file = save(events);
        long size = Files.size(file);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(size * 2 / 3);
        }
        try (OpenedCapture opened = OpenedCapture.of(CaptureInput.open(file))) {
            await().until(() -> opened.state().phase() == Phase.COMPLETE);
            assertTrue(opened.state().problems().getFirst().text().contains("damaged"));
            assertTrue(opened.snapshot().rowCount() > events.size() / 3);
        }
        try (Replay replay = new Replay(CaptureReader.open(file))) {
            replay.speed(Replay.AS_FAST_AS_POSSIBLE);
            replay.play();
            await().until(() -> replay.state().isAtEnd());
        }
    }

    @Test
    void whatIsNoCaptureIsRefused() {
        assertThrows(CaptureException.class, () -> CaptureInput.open(directory));
    }
}
