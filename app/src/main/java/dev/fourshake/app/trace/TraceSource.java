package dev.fourshake.app.trace;

import dev.fourshake.model.trace.TraceSnapshot;

/**
 * Something that has a trace to show: a live tap, an opened capture, a replay. A view asks for {@link #snapshot} after
 * it was told of a change, and takes nothing for granted about the snapshot before: a replay that goes back shows
 * another, shorter trace. May be used by any thread.
 */
public interface TraceSource {

    /** The trace as it is to be shown now. Never blocks. */
    TraceSnapshot snapshot();

    /** Is called by any thread when there is another snapshot: to arm something, not to work. */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);
}
