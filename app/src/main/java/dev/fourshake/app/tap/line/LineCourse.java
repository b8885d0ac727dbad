package dev.fourshake.app.tap.line;

import dev.fourshake.app.tap.line.LineDice.Throw;
import dev.fourshake.model.wire.Direction;

/**
 * Decides what becomes of each packet that enters one direction of a weak line, and when. It knows no clock: time comes
 * with the packet. What befalls a packet depends on the quality, the seed and the packet's number only. For one thread.
 */
final class LineCourse {

    private static final int BITS = 8;
    private static final long NANOS = 1_000_000_000;

    /** What becomes of a packet at the end of its way. */
    enum Outcome {
        ARRIVES,
        VANISHES,
        /** It is lost, and the connection with it, on both sides. */
        CUTS_THE_LINE,
        /** It is lost, for the one that it goes to is gone. */
        FINDS_NOBODY
    }

    /** @param atNanos when its way ends; never before that of a packet in front of it */
    record Journey(Outcome outcome, long atNanos) {
    }

    private final int link;
    private final Direction direction;
    private LineQuality quality;
    private LineDice dice;
    private long packets;
    private boolean swallowing;
    /** When the last packet has entered the line whole, and when it leaves it. */
    private long entered;
    private long left;

    LineCourse(LineQuality quality, int link, Direction direction) {
        this.link = link;
        this.direction = direction;
        become(quality);
    }

    LineQuality quality() {
        return quality;
    }

    /** From now on. Packets are counted on; nothing is on its way. */
    void become(LineQuality other) {
        quality = other;
        dice = LineDice.of(other.seed(), link, direction);
        swallowing &= !other.blackHole().isNever();
        entered = 0;
        left = 0;
    }

    /** Whether everything vanishes, FIN too. */
    boolean isSwallowing() {
        return swallowing;
    }

    /** The next packet of the sender. */
    Journey next(long timeNanos, int bytes) {
        packets++;
        swallowing |= quality.blackHole().strikes(packets, dice.roll(packets, Throw.BLACK_HOLE));
        if (swallowing) {
            return new Journey(Outcome.VANISHES, timeNanos);
        }
        Outcome outcome = quality.cut().strikes(packets, dice.roll(packets, Throw.CUT)) ? Outcome.CUTS_THE_LINE
                : quality.halfOpen().strikes(packets, dice.roll(packets, Throw.HALF_OPEN)) ? Outcome.FINDS_NOBODY
                : Outcome.ARRIVES;
        double swing = 2 * dice.roll(packets, Throw.JITTER) - 1;
        return new Journey(outcome, travel(timeNanos, bytes, Math.round(quality.jitter().toNanos() * swing)));
    }

    /** What is no packet of the sender: not counted, and nothing but time and a black hole befalls it. */
    Journey uncounted(long timeNanos, int bytes) {
        return swallowing ? new Journey(Outcome.VANISHES, timeNanos)
                : new Journey(Outcome.ARRIVES, travel(timeNanos, bytes, 0));
    }

    private long travel(long timeNanos, int bytes, long swing) {
        long rate = quality.bitsPerSecond();
        entered = Math.max(timeNanos, entered) + (rate == 0 ? 0 : Math.ceilDiv((long) bytes * BITS * NANOS, rate));
        left = Math.max(left, entered + Math.max(0, quality.latency().toNanos() + swing));
        return left;
    }
}
