package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureReader;
import dev.fourshake.app.capture.EventSource;
import dev.fourshake.app.change.Listeners;
import dev.fourshake.app.importing.PacketImport;
import dev.fourshake.app.pcap.PacketFile;
import dev.fourshake.app.replay.Replay;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.WireEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A capture that is replayed. Any thread. */
public final class CaptureReplay implements FromFile {

    /** The events of a packet capture are all in memory while it is replayed. */
    private static final long LARGEST_PACKET_FILE = 256L << 20;

    private final Path file;
    private final String origin;
    private final Optional<FileStamp> stamp;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("replay").daemon().factory());
    private final Replay replay;
    private final Listeners listeners = new Listeners();

    private CaptureReplay(Path file, String origin, EventSource events, Optional<FileStamp> stamp) {
        this.file = file;
        this.origin = origin;
        this.stamp = stamp;
        thread.setRemoveOnCancelPolicy(true);
        replay = new Replay(events, thread, System::nanoTime);
        replay.skipGaps(true);
        replay.addListener(this::changed);
        replay.addStateListener(_ -> changed());
    }

    /**
     * Opens a capture; the replay waits at its start. Long silences are shortened unless the replay is told otherwise:
     * a recording that began in the middle has one behind what it had to know from before.
     *
     * @throws CaptureException if it cannot be opened
     */
    public static CaptureReplay open(Path file) throws CaptureException {
        Optional<FileStamp> stamp = FileStamp.of(file);
        if (PacketFile.isOne(file)) {
            return new CaptureReplay(file, String.valueOf(file.getFileName()), packets(file), stamp);
        }
        CaptureReader reader = CaptureReader.open(file);
        return new CaptureReplay(file, reader.summary().info().source(), reader, stamp);
    }

    private static EventSource packets(Path file) throws CaptureException {
        try (PacketImport input = PacketImport.open(file)) {
            if (input.total() > LARGEST_PACKET_FILE) {
                throw CaptureException.of(CaptureException.Kind.TOO_LARGE, file, null);
            }
            List<WireEvent> events = new ArrayList<>();
            boolean more = true;
            while (more) {
                more = input.read(events);
            }
            return EventSource.of(events);
        }
    }

    private void changed() {
        listeners.tell();
    }

    /** To play it, and to be asked how it stands. */
    public Replay replay() {
        return replay;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public boolean isCurrent() {
        return FileStamp.of(file()).equals(stamp);
    }

    @Override
    public String title() {
        return Message.of(CaptureReplay.class, "replay.title", CaptureFiles.nameOf(file())).text();
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public TraceSnapshot snapshot() {
        return replay.snapshot();
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Waits until the file is free. */
    @Override
    public void close() {
        replay.close();
        thread.close();
    }
}
