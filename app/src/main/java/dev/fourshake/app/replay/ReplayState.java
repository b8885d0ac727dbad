package dev.fourshake.app.replay;

import dev.fourshake.model.text.Message;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a replay stands.
 *
 * @param position  how many events the trace shows
 * @param total     how many there are
 * @param timeNanos of the last event shown, or of the first where none is; nanoseconds since 1970-01-01T00:00Z
 * @param earliest  time of the first event
 * @param latest    time of the last event
 * @param speed     1 is as it was; {@link Replay#AS_FAST_AS_POSSIBLE} does not wait
 * @param skipGaps  whether a silence of more than two seconds is shortened to that
 * @param seekingTo the position that was asked for, while it is not reached
 * @param problem   what could not be read, in a sentence
 */
public record ReplayState(long position, long total, long timeNanos, long earliest, long latest, boolean playing,
                          double speed, boolean skipGaps, OptionalLong seekingTo, Optional<Message> problem) {

    public boolean isAtEnd() {
        return position >= total;
    }
}
