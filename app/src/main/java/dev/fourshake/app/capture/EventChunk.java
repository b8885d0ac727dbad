package dev.fourshake.app.capture;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;

/**
 * A run of events. Each has a number of its own; but where a piece is lost, the events stand for all of it together
 * and only tell what was missed.
 *
 * @param first   number of the first event, or at which the lost piece begins
 * @param next    number at which to go on reading
 * @param problem what is lost here, in a sentence
 */
public record EventChunk(long first, long next, List<WireEvent> events, Optional<Message> problem) {

    public EventChunk {
        events = List.copyOf(events);
    }
}
