package dev.fourshake.app.capture;

import dev.fourshake.model.wire.WireEvent;
import java.io.Closeable;
import java.util.List;

/**
 * Wire events that are all there already, numbered from 0: an opened capture, a list. Where a piece of a capture is
 * lost its numbers stay, so that every event keeps its own. May be used by any thread, one call at a time.
 */
public interface EventSource extends Closeable {

    /** How many events there are, lost ones included. */
    long count();

    /** Time of the earliest event, in nanoseconds since 1970-01-01T00:00Z; 0 where there is none. */
    long earliest();

    /** Time of the latest event; 0 where there is none. */
    long latest();

    /**
     * Some events from number {@code from} on, as many as come at one cost; at least one number further.
     *
     * @param from at least 0 and less than {@link #count}
     * @throws CaptureException if nothing can be read any more; a damaged piece is told by {@link EventChunk#problem}
     */
    EventChunk chunk(long from) throws CaptureException;

    /** Number of the first event that is not before {@code timeNanos}; {@link #count} where all are. */
    long numberAt(long timeNanos) throws CaptureException;

    @Override
    void close();

    /** The events of a list that does not change any more. */
    static EventSource of(List<? extends WireEvent> events) {
        return new ListSource(List.copyOf(events));
    }
}
