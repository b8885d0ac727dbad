package dev.fourshake.app.replay;

import dev.fourshake.model.text.Message;
import java.util.List;

/**
 * How far the opening of a capture is.
 *
 * @param position so much of {@code total} is in the trace, or on the way into it: events or bytes of the file
 * @param problems what could not be read, each in a sentence
 */
public record OpeningState(Phase phase, long position, long total, List<Message> problems) {

    public enum Phase {
        OPENING,
        /** All that can be read is in the trace. */
        COMPLETE,
        /** The user has ended it; what was read until then stays. */
        CANCELLED,
        /** Reading has failed; what was read until then stays. */
        FAILED
    }

    public OpeningState {
        problems = List.copyOf(problems);
    }
}
