package dev.fourshake.app.trace;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;

/**
 * Gets every event that goes into a trace, in the same order: the recorder of a capture. Called on the trace's writer
 * thread. A sink that is slow slows the trace, never the traffic: what the queue cannot take meanwhile is told as
 * missed.
 */
@FunctionalInterface
public interface EventSink {

    /**
     * The sink was added to a feed; called by the thread that adds it, before anything else.
     *
     * @param row the first event that it will get is this row of the trace; those before it may not be published yet
     */
    default void joined(long row) {
    }

    /**
     * The next events, already in the trace.
     *
     * @param events never empty; never changes
     * @throws Exception if they cannot be taken: the sink is then cut off and gets no more
     */
    void accept(List<WireEvent> events) throws Exception;

    /** The sink has thrown and was cut off; the sentence says so. Nothing more comes. */
    default void cutOff(Message why) {
    }

    /** The source has ended. Nothing more comes. */
    default void ended() {
    }
}
