package dev.fourshake.app.replay;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureReader;
import dev.fourshake.app.capture.CaptureSummary;
import dev.fourshake.app.capture.EventChunk;
import dev.fourshake.app.replay.OpeningState.Phase;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.app.trace.TraceSource;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A capture with its whole trace. Its first packets can be seen at once; the others follow as fast as they can be
 * read, on a thread of its own ({@code capture-reader}). May be used by any thread.
 */
public final class OpenedCapture implements TraceSource, AutoCloseable {

    /** So small that progress tells the truth. */
    private static final long QUEUE_BYTES = 4L << 20;

    private final CaptureReader reader;
    private final TraceFeed feed = new TraceFeed(new Trace(), QUEUE_BYTES);
    private final List<Consumer<OpeningState>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile OpeningState state;
    private volatile boolean cancelled;

    private OpenedCapture(CaptureReader reader) {
        this.reader = reader;
        state = new OpeningState(Phase.OPENING, 0, reader.count(), reader.problem().stream().toList());
        thread = Thread.ofPlatform().name("capture-reader").daemon().unstarted(this::read);
    }

    /**
     * Opens a file and begins to read it. Takes some milliseconds.
     *
     * @throws CaptureException if it cannot be opened
     */
    public static OpenedCapture open(Path file) throws CaptureException {
        OpenedCapture opened = new OpenedCapture(CaptureReader.open(file));
        opened.thread.start();
        return opened;
    }

    public Path file() {
        return reader.file();
    }

    public CaptureSummary summary() {
        return reader.summary();
    }

    public OpeningState state() {
        return state;
    }

    /** Is called on the reader's thread after each change; must not work long. */
    public void addStateListener(Consumer<OpeningState> listener) {
        listeners.add(listener);
    }

    /** Reads no further. What was read stays. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public TraceSnapshot snapshot() {
        return feed.snapshot();
    }

    @Override
    public void addListener(Runnable listener) {
        feed.addListener(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        feed.removeListener(listener);
    }

    /** As {@link #cancel}, and waits until the file is free. */
    @Override
    public void close() {
        cancel();
        boolean interrupted = false;
        while (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        Phase end = Phase.FAILED;
        List<Message> problems = new ArrayList<>(state.problems());
        long at = 0;
        try (reader) {
            while (at < reader.count() && !cancelled) {
                EventChunk chunk = reader.chunk(at);
                feed.put(chunk.events());
                chunk.problem().ifPresent(problems::add);
                at = chunk.next();
                tell(new OpeningState(Phase.OPENING, at, reader.count(), problems));
            }
            end = at < reader.count() ? Phase.CANCELLED : Phase.COMPLETE;
        } catch (InterruptedException _) {
            end = Phase.CANCELLED;
        } catch (RuntimeException | OutOfMemoryError broken) {
            problems.add(Message.of(OpenedCapture.class, "opening.failed", file().toString(), broken.toString()));
        }
        feed.close();
        tell(new OpeningState(end, at, reader.count(), problems));
    }

    private void tell(OpeningState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
