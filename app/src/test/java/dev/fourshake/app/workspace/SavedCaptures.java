package dev.fourshake.app.workspace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureStore;
import dev.fourshake.app.capture.Progress;
import dev.fourshake.app.capture.SampleTraffic;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Capture files for tests. */
public final class SavedCaptures {

    private SavedCaptures() {
    }

    public static Path save(Path file, List<WireEvent> events) throws IOException {
        Files.createDirectories(file.getParent());
        Trace trace = new Trace();
        events.forEach(trace::append);
        assertTrue(CaptureStore.save(trace.publish(), file, CaptureInfo.now("test", "127.0.0.1:1884 → 127.0.0.1:1883"),
                Progress.NONE));
        return file;
    }

    /** A capture that has lost its end, as after a full disk; most of it can still be read. */
    public static Path saveDamaged(Path file) throws IOException {
        save(file, SampleTraffic.events(20_000, 2));
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(access.length() * 6 / 10);
        }
        return file;
    }
}
