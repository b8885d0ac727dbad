package dev.fourshake.app.trace;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The bounded queue between a source and the writer of its trace. Offering takes no lock and wakes the writer only if
 * it is idle or much has gathered: a wake-up a packet would cost the traffic more than the packet does.
 */
final class FeedQueue {

    private enum Writer { BUSY, PAUSING, RESTING, IDLE }

    /** Once in so long is looked whether heavy traffic has come to rest. */
    private static final long LOOK_NANOS = 100_000_000L;
    private static final int LOOKS = 10;
    /** Less than that between two looks is rest. */
    private static final long REST_BYTES = 256 << 10;

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicLong load = new AtomicLong();
    private final long limit;
    private volatile boolean saturated;
    private volatile boolean closed;

    private final Thread reader;
    private volatile Writer writer = Writer.BUSY;
    /** How many of the entries are more than bytes. */
    private final AtomicInteger rare = new AtomicInteger();

    private final Object room = new Object();
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param reader the only thread that takes entries out */
    FeedQueue(long limit, Thread reader) {
        this.limit = limit;
        this.reader = reader;
    }

    /**
     * Whether live traffic of this cost may be added. Once it may not, it must wait until half of the queue is free:
     * one long gap tells more than many short ones.
     */
    boolean hasRoom(long cost) {
        long now = load.get();
        if (saturated && now > limit / 2) {
            return false;
        }
        saturated = !fits(now, cost);
        return !saturated;
    }

    /** Adds the entry, whether there is room or not. */
    void add(Entry entry) {
        long now = load.addAndGet(entry.cost());
        if (isRare(entry)) {
            rare.incrementAndGet();
        }
        entries.add(entry);
        wake(now);
    }

    /** Adds the entry as soon as there is room; not at all, and answers false, where the queue was closed before. */
    boolean put(Entry entry) throws InterruptedException {
        if (!fits(load.get(), entry.cost())) {
            awaitRoom(entry.cost());
        }
        if (closed) {
            return false;
        }
        add(entry);
        return true;
    }

    private void awaitRoom(long cost) throws InterruptedException {
        waiting.incrementAndGet();
        try {
            synchronized (room) {
                while (!closed && !fits(load.get(), cost)) {
                    room.wait();
                }
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Takes nothing more from {@link #put}; what is in the queue stays there for the reader. */
    void close() {
        closed = true;
        synchronized (room) {
            room.notifyAll();
        }
        wake();
    }

    boolean isClosed() {
        return closed;
    }

    /** The next entry, null if there is none now. It counts as queued until {@link #done}. */
    Entry poll() {
        Entry entry = entries.poll();
        if (entry != null && isRare(entry)) {
            rare.decrementAndGet();
        }
        return entry;
    }

    private static boolean isRare(Entry entry) {
        return !(entry instanceof Entry.Chunk);
    }

    /** Entries of this cost are dealt with. */
    void done(long cost) {
        load.addAndGet(-cost);
        if (waiting.get() > 0) {
            synchronized (room) {
                room.notifyAll();
            }
        }
    }

    long load() {
        return load.get();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether it holds more than bytes: a link or its end, a packet that is held. Somebody may wait to see it. */
    boolean hasRare() {
        return rare.get() > 0;
    }

    /** Waits for an entry, or {@link #wake}. */
    void awaitEntry() {
        writer = Writer.IDLE;
        if (entries.isEmpty()) {
            LockSupport.park(this);
        }
        writer = Writer.BUSY;
    }

    /** Waits for the time to pass, for much to gather, or {@link #wake}. */
    void pause(long nanos) {
        writer = Writer.PAUSING;
        if (load.get() < plenty()) {
            LockSupport.parkNanos(this, nanos);
        }
        writer = Writer.BUSY;
    }

    /**
     * Leaves the processors to those that move heavy traffic: waits until it comes to rest, something rare or much is
     * there, {@link #wake}, or the second is over.
     */
    void rest() {
        writer = Writer.RESTING;
        long before;
        int looks = LOOKS;
        do {
            before = load.get();
            if (before < limit / 2) {
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
        } while (--looks > 0 && !hasRare() && !closed && load.get() < limit / 2 && load.get() - before >= REST_BYTES);
        writer = Writer.BUSY;
    }

    void wake() {
        LockSupport.unpark(reader);
    }

    private void wake(long loadNow) {
        Writer state = writer;
        if (state == Writer.IDLE || state == Writer.PAUSING && loadNow >= plenty()
                || state == Writer.RESTING && loadNow >= limit / 2) {
            wake();
        }
    }

    private boolean fits(long now, long cost) {
        return now == 0 || now + cost <= limit;
    }

    private long plenty() {
        return limit / 8;
    }
}
