package dev.fourshake.model.trace;

import dev.fourshake.model.wire.WireEvent;

/**
 * The fold over the wire: takes events in order, decodes and tracks them, and gives readers immutable snapshots.
 * One thread writes ({@link #append} and {@link #publish}); any thread reads {@link #snapshot}.
 */
public final class Trace {

    private volatile TraceSnapshot current = TraceSnapshot.EMPTY;

    /** Takes the next event. Writer's thread only. Never fails, whatever the bytes are. */
    public void append(WireEvent event) {
        throw new UnsupportedOperationException();
    }

    /** Makes all that was appended visible to readers. Writer's thread only. */
    public TraceSnapshot publish() {
        throw new UnsupportedOperationException();
    }

    /** The trace as last published. Any thread; never blocks. */
    public TraceSnapshot snapshot() {
        return current;
    }
}
