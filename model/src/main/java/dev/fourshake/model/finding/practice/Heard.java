package dev.fourshake.model.finding.practice;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import java.util.Arrays;

/** When each side of each link was heard last. Writer's thread only. */
final class Heard {

    private long[] nanos = never(16);

    private static long[] never(int length) {
        long[] nanos = new long[length];
        Arrays.fill(nanos, Long.MIN_VALUE);
        return nanos;
    }

    private static int key(int link, Direction direction) {
        return link << 1 | direction.ordinal();
    }

    /** A side has sent something. */
    void hear(Frame frame) {
        int key = key(frame.link(), frame.direction());
        if (key >= nanos.length) {
            int before = nanos.length;
            nanos = Arrays.copyOf(nanos, Math.max(key + 1, before * 2));
            Arrays.fill(nanos, before, nanos.length, Long.MIN_VALUE);
        }
        nanos[key] = frame.timeNanos();
    }

    /** Whether the side that sends in this direction was heard at that time or later. */
    boolean isHeardSince(int link, Direction direction, long sinceNanos) {
        int key = key(link, direction);
        return key < nanos.length && nanos[key] >= sinceNanos;
    }
}
