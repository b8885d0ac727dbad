package dev.fourshake.app.trace;

import dev.fourshake.model.trace.Trace;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The memory that all traces of the program may take together. A trace that grew until Java had none left would take
 * the taps with it, and the plant's traffic with them. Any thread.
 */
public final class TraceMemory {

    /** The rest is for all else: queues, recordings, pictures, the embedded broker, and room for the collector. */
    public static final TraceMemory OF_PROGRAM = new TraceMemory(Runtime.getRuntime().maxMemory() / 3);

    private final long limit;
    /** Bytes of each. Weak: a trace that nobody can look at any more gives back what it took. */
    private final Map<Trace, Long> shares = new WeakHashMap<>();

    /** @param limit in bytes */
    public TraceMemory(long limit) {
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    /**
     * Tells how much a trace takes now.
     *
     * @return whether it may grow further
     */
    synchronized boolean hasRoom(Trace trace, long bytes) {
        shares.put(trace, bytes);
        return shares.values().stream().mapToLong(Long::longValue).sum() < limit;
    }
}
