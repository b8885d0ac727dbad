package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureDetails;
import dev.fourshake.app.capture.CaptureFile;
import dev.fourshake.app.capture.CaptureSummary;
import dev.fourshake.app.capture.RecorderState;
import dev.fourshake.model.text.Message;
import java.util.Optional;

/**
 * A line in the list of captures.
 *
 * @param details   empty while nobody has looked into the file
 * @param recording how far it is, where a tap of this program saves into it now
 */
public record CaptureEntry(CaptureFile file, Optional<CaptureDetails> details, Optional<RecorderState> recording) {

    /** How a capture stands. */
    public enum State {
        /** Nobody has looked into it yet. */
        UNKNOWN,
        /** It grows: a tap of this program, or another program, saves into it. */
        RECORDING,
        /** Whole, and ended as it should be. */
        ENDED,
        /** Whole, but the program died, or was killed, while it recorded: at most the last two seconds are missing. */
        ENDED_ABRUPTLY,
        /** Some of it is lost; {@link #problem} says what. */
        DAMAGED,
        /** It cannot be opened; {@link #problem} says why. */
        UNREADABLE
    }

    public State state() {
        if (recording.isPresent() || details.map(CaptureDetails::inUse).orElse(false)) {
            return State.RECORDING;
        } else if (details.isEmpty()) {
            return State.UNKNOWN;
        } else if (summary().isEmpty()) {
            return State.UNREADABLE;
        } else if (problem().isPresent()) {
            return State.DAMAGED;
        }
        return summary().get().ended().isPresent() ? State.ENDED : State.ENDED_ABRUPTLY;
    }

    public Optional<CaptureSummary> summary() {
        return details.flatMap(CaptureDetails::summary);
    }

    /** Why it cannot be opened, or only in part. */
    public Optional<Message> problem() {
        return details.filter(inside -> !inside.inUse()).flatMap(CaptureDetails::problem);
    }
}
