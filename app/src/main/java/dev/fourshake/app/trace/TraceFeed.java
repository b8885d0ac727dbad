package dev.fourshake.app.trace;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Feeds a trace from one source, on a writer thread of its own ({@code trace-writer}). Live traffic enters by
 * {@link #open} and never waits: what the bounded queue cannot take is counted, and the trace says where it is
 * missing. Files enter by {@link #put} and wait for room. Use one or the other: with {@code open} the feed numbers the
 * links.
 *
 * <p>The trace ends where there is no memory left for it ({@link #isFull}); sinks still get every event.
 *
 * <p>The trace is published at once after a time of silence, and at most 60 times a second under traffic. Heavy traffic
 * of live links is left alone for up to a second, until it rests or something rare happens: those who move it need the
 * processors themselves, and a burst passes as if nobody watched it. May be used by any thread.
 */
public final class TraceFeed implements TraceSource, AutoCloseable {

    /**
     * Bytes that may wait for the writer: frames, and {@value Entry#OVERHEAD} for each entry. 64 MiB, but no more than
     * an eighth of Java's memory: traces take their part ({@link TraceMemory}), and a recording has a queue as well.
     */
    public static final long QUEUE_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final Trace trace;
    private final TraceMemory memory;
    private final Thread thread;
    private final FeedQueue queue;
    private final FeedSinks sinks = new FeedSinks(this::problem);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private final AtomicInteger links = new AtomicInteger();
    private final AtomicLong holds = new AtomicLong();
    private final LongAdder missedBytes = new LongAdder();
    private final LongAdder missedFrames = new LongAdder();
    private volatile Message problem;
    private volatile boolean full;

    public TraceFeed(Trace trace) {
        this(trace, QUEUE_BYTES);
    }

    public TraceFeed(Trace trace, long queueBytes) {
        this(trace, queueBytes, TraceMemory.OF_PROGRAM);
    }

    /** @param memory that the trace shares with others */
    public TraceFeed(Trace trace, long queueBytes, TraceMemory memory) {
        this.trace = trace;
        this.memory = memory;
        thread = Thread.ofPlatform().name("trace-writer").daemon().unstarted(() -> new TraceWriter(this).run());
        queue = new FeedQueue(queueBytes, thread);
        thread.start();
    }

    public Trace trace() {
        return trace;
    }

    @Override
    public TraceSnapshot snapshot() {
        return trace.snapshot();
    }

    /** A live link begins now. Its number is the next one. */
    public synchronized LiveLink open(String client, String broker, boolean clientTls, boolean brokerTls) {
        return new LiveLink(this, new LinkOpened(links.incrementAndGet(), WireClock.now(), client, broker, clientTls,
                brokerTls));
    }

    /** The next event of a file; waits for room. */
    public void put(WireEvent event) throws InterruptedException {
        put(Entry.Events.of(event));
    }

    /** The next events of a file; waits for room. Cheaper than one by one. */
    public void put(List<? extends WireEvent> events) throws InterruptedException {
        if (!events.isEmpty()) {
            put(Entry.Events.of(events));
        }
    }

    private void put(Entry entry) throws InterruptedException {
        if (!queue.put(entry)) {
            throw new IllegalStateException("The feed is closed.");
        }
    }

    /** From now on the sink gets every event that enters the trace. */
    public void addSink(EventSink sink) {
        sinks.add(sink);
    }

    /** The sink gets no more. A call that it is in is waited for. */
    public void removeSink(EventSink sink) {
        sinks.remove(sink);
    }

    /** Is called on the writer thread after each publish: to arm something, not to work. */
    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    public FeedStatus status() {
        return new FeedStatus(missedBytes.sum(), missedFrames.sum(), queue.load(), Optional.ofNullable(problem));
    }

    /**
     * Whether the traces of the program have used up their memory: nothing that comes from now on is in this one.
     * {@link #status} says so in a sentence.
     */
    public boolean isFull() {
        return full;
    }

    /** Takes nothing more, waits until all that was taken is in the trace, publishes it and ends the sinks. */
    @Override
    public void close() {
        queue.close();
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

    // ------------------------------------------------------------------ for the links and the writer

    /** Whether it is fed by links, and not by a file, whose bytes nobody waits for. */
    boolean isLive() {
        return links.get() > 0;
    }

    boolean hasRoom(long cost) {
        return !queue.isClosed() && queue.hasRoom(cost);
    }

    void add(Entry entry) {
        if (!queue.isClosed()) {
            queue.add(entry);
        }
    }

    long nextHoldId() {
        return holds.incrementAndGet();
    }

    void missed(long bytes, long frames) {
        missedBytes.add(bytes);
        missedFrames.add(frames);
    }

    void problem(Message message) {
        problem = message;
    }

    void full() {
        full = true;
        problem(Message.of(TraceFeed.class, "trace.full", memory.limit() >> 20, trace.snapshot().rowCount()));
    }

    TraceMemory memory() {
        return memory;
    }

    FeedQueue queue() {
        return queue;
    }

    FeedSinks sinks() {
        return sinks;
    }

    List<Runnable> listeners() {
        return listeners;
    }
}
