package dev.fourshake.app.trace;

/**
 * The time of frames: nanoseconds since 1970-01-01T00:00Z. It is read from the wall clock once; from then on it runs
 * with {@link System#nanoTime}, so that it has its resolution and never goes back when the wall clock is set.
 */
public final class WireClock {

    private static final long OFFSET = System.currentTimeMillis() * 1_000_000 - System.nanoTime();

    private WireClock() {
    }

    /** Nanoseconds since 1970-01-01T00:00Z. */
    public static long now() {
        return System.nanoTime() + OFFSET;
    }
}
