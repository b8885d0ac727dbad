package dev.fourshake.app.replay;

import dev.fourshake.model.wire.WireEvent;

/** When the next event is due. Not for several threads. */
final class ReplayPace {

    /** If the machine is too slow, it is not made up for more than this. */
    private static final long MAX_LAG_NANOS = 500_000_000L;

    private double speed = 1;
    private boolean skipGaps;
    /** Latest time of the events that have passed. */
    private long reached;
    /** When, by the clock, the last event was due. */
    private long playedAt;

    double speed() {
        return speed;
    }

    void speed(double factor) {
        speed = factor;
    }

    boolean skipGaps() {
        return skipGaps;
    }

    void skipGaps(boolean skip) {
        skipGaps = skip;
    }

    long reached() {
        return reached;
    }

    /** Goes back to where the first event, of that time, comes at once. */
    void rewind(long earliest) {
        reached = earliest;
    }

    /** Time counts from now. */
    void start(long now) {
        playedAt = now;
    }

    /** Nanoseconds from now to when an event of that time is due; 0 or less where it is due already. */
    long untilDue(long eventTime, long now) {
        long gap = Math.max(0, eventTime - reached);
        if (skipGaps) {
            gap = Math.min(gap, Replay.LONGEST_GAP_NANOS);
        }
        return playedAt + (long) (gap / speed) - now;
    }

    /** An event is played that was due {@code untilDue} from now: then its successor's time begins. */
    void played(long untilDue, long now) {
        playedAt = Math.max(now + untilDue, now - MAX_LAG_NANOS);
    }

    void passed(WireEvent event) {
        reached = Math.max(reached, event.timeNanos());
    }
}
