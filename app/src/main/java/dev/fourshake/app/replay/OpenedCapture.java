package dev.fourshake.app.replay;

import dev.fourshake.app.replay.OpeningState.Phase;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.app.trace.TraceInput;
import dev.fourshake.app.trace.TraceMemory;
import dev.fourshake.app.trace.TraceSource;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.WireEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A capture, ours or of another program, with its whole trace. Its first packets can be seen at once; the others follow
 * as fast as they can be read, on a thread of its own ({@code capture-reader}). May be used by any thread.
 */
public final class OpenedCapture implements TraceSource, AutoCloseable {

    /** So small that progress tells the truth. */
    private static final long QUEUE_BYTES = 4L << 20;

    private final TraceInput input;
    private final TraceFeed feed;
    private final List<Consumer<OpeningState>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile OpeningState state;
    private volatile boolean cancelled;

    private OpenedCapture(TraceInput input, TraceMemory memory) {
        this.input = input;
        feed = new TraceFeed(new Trace(), QUEUE_BYTES, memory);
        state = new OpeningState(Phase.OPENING, 0, input.total(), input.problems());
        thread = Thread.ofPlatform().name("capture-reader").daemon().unstarted(this::read);
    }

    /** Begins to read. The input is closed when it was read, or was cancelled. */
    public static OpenedCapture of(TraceInput input) {
        return of(input, TraceMemory.OF_PROGRAM);
    }

    static OpenedCapture of(TraceInput input, TraceMemory memory) {
        OpenedCapture opened = new OpenedCapture(input, memory);
        opened.thread.start();
        return opened;
    }

    public Path file() {
        return input.file();
    }

    /** See {@link TraceInput#origin}. */
    public String origin() {
        return input.origin();
    }

    /** How far it has been read. */
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
        List<Message> faults = new ArrayList<>();
        try (input) {
            boolean more = true;
            while (more && !cancelled && !feed.isFull()) {
                List<WireEvent> events = new ArrayList<>();
                more = input.read(events);
                feed.put(events);
                tell(state(Phase.OPENING, faults));
            }
            if (more && feed.isFull()) {
                faults.add(Message.of(OpenedCapture.class, "opening.full", file().toString(),
                        feed.snapshot().rowCount()));
            } else {
                end = more ? Phase.CANCELLED : Phase.COMPLETE;
            }
        } catch (InterruptedException _) {
            end = Phase.CANCELLED;
        } catch (RuntimeException | OutOfMemoryError broken) {
            faults.add(Message.of(OpenedCapture.class, "opening.failed", file().toString(), broken.toString()));
        }
        feed.close();
        tell(state(end, faults));
    }

    private OpeningState state(Phase phase, List<Message> faults) {
        List<Message> problems = new ArrayList<>(input.problems());
        problems.addAll(faults);
        return new OpeningState(phase, input.position(), input.total(), problems);
    }

    private void tell(OpeningState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
