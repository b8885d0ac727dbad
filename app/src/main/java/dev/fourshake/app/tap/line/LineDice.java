package dev.fourshake.app.tap.line;

import dev.fourshake.model.wire.Direction;

/**
 * What is at random on a line. A throw depends on the seed, the link, the direction, the number of the packet and what
 * it is thrown for, and on nothing else: not on the time, not on earlier throws.
 *
 * @param key of one direction of a link
 */
record LineDice(long key) {

    /** What is thrown for; each has dice of its own. */
    enum Throw { JITTER, CUT, BLACK_HOLE, HALF_OPEN }

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    static LineDice of(long seed, int link, Direction direction) {
        return new LineDice(mix(mix(seed + STEP) + 2L * link + direction.ordinal()));
    }

    /** From 0 to below 1. */
    double roll(long packet, Throw what) {
        return (mix(key + STEP * (packet * Throw.values().length + what.ordinal())) >>> 11) * UNIT;
    }

    /** Each bit of the result depends on all bits (the finalizer of SplitMix64, by Sebastiano Vigna). */
    private static long mix(long value) {
        long bits = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }
}
