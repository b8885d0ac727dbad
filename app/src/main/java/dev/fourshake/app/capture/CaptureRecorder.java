package dev.fourshake.app.capture;

import dev.fourshake.app.capture.RecorderState.Phase;
import dev.fourshake.app.trace.Courtesy;
import dev.fourshake.app.trace.EventSink;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.WireEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Saves a live trace into a capture file as it happens, on a thread of its own ({@code capture-recorder}). It never
 * slows the trace: if the disk is slower than the wire, the capture tells what was not saved. If the disk fails or is
 * full, the recording ends with a sentence, what was saved stays, and the trace goes on. Killing the program loses
 * less than the last second, under heavy traffic less than the last two.
 *
 * <p>May be used by any thread.
 */
public final class CaptureRecorder implements EventSink, AutoCloseable {

    /** With which event a recording begins. */
    public enum Start {
        /**
         * With what happens from now on; before it stands what one needs to understand it: how the links that are
         * still open began, their subscriptions, and the exchanges that are not finished. The links are numbered anew.
         */
        NOW,
        /** With the first event of the trace: all that was seen so far is saved as well. */
        BEGINNING
    }

    /** Bytes that may wait for the disk. */
    public static final long QUEUE_BYTES = TraceFeed.QUEUE_BYTES;

    /** What happened is in the file so much later at most, as long as the disk keeps up. */
    static final long FLUSH_MILLIS = 250;

    /** Its events have waited for {@link #FLUSH_MILLIS}, and for the trace under heavy traffic, before it begins. */
    private static final long PATIENCE_MILLIS = 2000;

    private final CaptureWriter writer;
    private final RecorderQueue queue;
    private final Start start;
    private final Thread thread;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Consumer<RecorderState>> listeners = new CopyOnWriteArrayList<>();

    private TraceFeed feed;
    /** Numbers the links as the capture does. The recorder's thread only. */
    private UnaryOperator<WireEvent> links = UnaryOperator.identity();
    private final Courtesy courtesy = new Courtesy(PATIENCE_MILLIS);
    private volatile long startRow;
    private volatile long saved;
    private volatile Phase phase = Phase.RECORDING;
    private volatile Message failure;

    CaptureRecorder(CaptureWriter writer, Start start, long queueBytes) {
        this.writer = writer;
        this.start = start;
        queue = new RecorderQueue(queueBytes);
        thread = Thread.ofPlatform().name("capture-recorder").daemon().unstarted(this::run);
    }

    /**
     * Begins to record into a new file.
     *
     * @throws CaptureException if the file cannot be made
     */
    public static CaptureRecorder start(TraceFeed feed, Path file, CaptureInfo info, Start start)
            throws CaptureException {
        CaptureRecorder recorder = new CaptureRecorder(CaptureWriter.create(file, info), start, QUEUE_BYTES);
        recorder.follow(feed);
        return recorder;
    }

    /** From here on the recorder gets the events of the feed. */
    void follow(TraceFeed source) {
        feed = source;
        source.addSink(this);
        thread.start();
    }

    public RecorderState state() {
        Optional<Message> problem = Optional.ofNullable(failure);
        long missed = queue.missedFrames();
        if (problem.isEmpty() && missed > 0) {
            problem = Optional.of(Message.of(CaptureRecorder.class, "recorder.missed", missed, file().toString()));
        }
        return new RecorderState(file(), phase, saved, missed, queue.missedBytes(), problem);
    }

    public Path file() {
        return writer.file();
    }

    /** Is called on the recorder's thread after each change, a few times a second at most; must not work long. */
    public void addListener(Consumer<RecorderState> listener) {
        listeners.add(listener);
    }

    /** Ends the recording. What was seen until now is saved in the background. */
    public void stop() {
        queue.end();
        feed.removeSink(this);
    }

    /** As {@link #stop}, and waits until all is saved and the file is free. */
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        while (over.getCount() > 0) {
            try {
                over.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // ------------------------------------------------------------------ as a sink, on the trace's writer thread

    @Override
    public void joined(long row) {
        startRow = row;
    }

    @Override
    public void accept(List<WireEvent> events) {
        queue.offer(events);
    }

    @Override
    public void ended() {
        queue.end();
    }

    // ------------------------------------------------------------------ on the recorder's thread

    private void run() {
        try {
            writeContext();
            while (!queue.isDrained()) {
                write(queue.take(FLUSH_MILLIS));
            }
            phase = Phase.STOPPING;
            tell();
            writer.close();
            phase = Phase.STOPPED;
        } catch (CaptureException problem) {
            fail(problem.problem());
        } catch (InterruptedException | RuntimeException | OutOfMemoryError unexpected) {
            writer.abandon();
            fail(Message.of(CaptureRecorder.class, "recorder.unexpected", file().toString(), unexpected.toString()));
        } finally {
            over.countDown();
            tell();
        }
    }

    private void fail(Message why) {
        failure = Message.of(CaptureRecorder.class, "recorder.failed", why);
        phase = Phase.FAILED;
        stop();
    }

    private void write(List<WireEvent> batch) throws CaptureException {
        for (WireEvent event : batch) {
            writer.append(links.apply(event));
            courtesy.dealtWith(event.timeNanos());
        }
        if (writer.millisSinceFlush() >= FLUSH_MILLIS || queue.isEmpty()) {
            flush();
        }
    }

    private void flush() throws CaptureException {
        writer.flush();
        if (saved != writer.events()) {
            saved = writer.events();
            tell();
        }
    }

    private void writeContext() throws CaptureException, InterruptedException {
        if (startRow == 0) {
            return;
        }
        TraceSnapshot snapshot = awaitStartRow();
        int end = (int) Math.min(startRow, snapshot.rowCount());
        if (start == Start.NOW) {
            links = new DenseLinks();
        }
        writer.append(snapshot, RecordingContext.rows(snapshot, end, start), links, Progress.NONE);
        if (start == Start.NOW) {
            for (WireEvent hole : RecordingContext.holes(snapshot, end)) {
                writer.append(links.apply(hole));
            }
        }
        flush();
    }

    /** The trace publishes what it has within a pulse. */
    private TraceSnapshot awaitStartRow() throws InterruptedException {
        Object published = new Object();
        Runnable listener = () -> {
            synchronized (published) {
                published.notifyAll();
            }
        };
        feed.addListener(listener);
        try {
            synchronized (published) {
                while (feed.trace().snapshot().rowCount() < startRow && !queue.isEnded()) {
                    published.wait(FLUSH_MILLIS);
                }
            }
            return feed.trace().snapshot();
        } finally {
            feed.removeListener(listener);
        }
    }

    private void tell() {
        RecorderState state = state();
        listeners.forEach(listener -> listener.accept(state));
    }
}
