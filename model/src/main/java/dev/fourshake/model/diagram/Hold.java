package dev.fourshake.model.diagram;

import dev.fourshake.model.wire.Direction;

/**
 * A packet that stood at the tap for a while.
 *
 * @param row       at which it came
 * @param from      index of that row
 * @param to        index of the row at which it left; {@link Bar#OPEN} while it is held
 * @param sinceNanos when it came: nanoseconds since 1970-01-01T00:00Z
 * @param untilNanos when it left; -1 while it is held
 */
public record Hold(int row, int from, int to, int client, int broker, Direction direction, int exchange,
                   long sinceNanos, long untilNanos) {

    public boolean isOpen() {
        return to == Bar.OPEN;
    }

    /** How long it stood, or stands at {@code nowNanos}. */
    public long nanos(long nowNanos) {
        return Math.max(0, (untilNanos < 0 ? nowNanos : untilNanos) - sinceNanos);
    }
}
