package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.change.Listeners;
import dev.fourshake.app.replay.OpenedCapture;
import dev.fourshake.app.replay.OpeningState;
import dev.fourshake.app.replay.OpeningState.Phase;
import dev.fourshake.model.trace.TraceSnapshot;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An opened capture, ours or a packet capture of another program. Its first packets can be seen at once, the others
 * while they are read. Any thread.
 */
public final class CaptureTrace implements FromFile {

    private final OpenedCapture opened;
    private final Optional<FileStamp> stamp;
    private final Listeners listeners = new Listeners();
    private final CompletableFuture<OpeningState> done = new CompletableFuture<>();
    private volatile Path file;

    private CaptureTrace(OpenedCapture opened, Optional<FileStamp> stamp) {
        this.opened = opened;
        this.stamp = stamp;
        file = opened.file();
        opened.addListener(this::changed);
        opened.addStateListener(this::moved);
        moved(opened.state());
    }

    /**
     * Opens a capture and begins to read it.
     *
     * @throws CaptureException if it cannot be opened
     */
    public static CaptureTrace open(Path file) throws CaptureException {
        Optional<FileStamp> stamp = FileStamp.of(file);
        return new CaptureTrace(OpenedCapture.of(FileInputs.open(file)), stamp);
    }

    private void moved(OpeningState state) {
        if (state.phase() != Phase.OPENING) {
            done.complete(state);
        }
        changed();
    }

    private void changed() {
        listeners.tell();
    }

    /** How far the reading is. */
    public OpeningState state() {
        return opened.state();
    }

    /** How the reading ended, once it has. */
    public CompletableFuture<OpeningState> done() {
        return done.copy();
    }

    /** Reads no further; what was read stays. */
    public void cancel() {
        opened.cancel();
    }

    @Override
    public Path file() {
        return file;
    }

    /** The file has another name now. */
    void renamed(Path to) {
        file = to;
        changed();
    }

    @Override
    public boolean isCurrent() {
        Phase phase = state().phase();
        return (phase == Phase.OPENING || phase == Phase.COMPLETE) && FileStamp.of(file).equals(stamp);
    }

    @Override
    public String title() {
        return CaptureFiles.nameOf(file);
    }

    @Override
    public String origin() {
        return opened.origin();
    }

    @Override
    public TraceSnapshot snapshot() {
        return opened.snapshot();
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        opened.close();
    }
}
