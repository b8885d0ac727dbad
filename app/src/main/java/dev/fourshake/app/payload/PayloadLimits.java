package dev.fourshake.app.payload;

import java.time.Duration;

/**
 * How much of a payload is described at most.
 *
 * @param depth      levels of a tree, and of what is packed in one another
 * @param nodes      of a tree
 * @param characters of a text
 * @param unpacked   bytes that come out of something compressed
 * @param pixels     of a picture
 * @param time       for a tree
 */
public record PayloadLimits(int depth, int nodes, int characters, int unpacked, long pixels, Duration time) {

    /** What is shown at once. */
    public static final PayloadLimits STANDARD =
            new PayloadLimits(100, 5_000, 1 << 16, 1 << 22, 1L << 24, Duration.ofSeconds(2));

    /** What is shown when the user asks for more. */
    public static final PayloadLimits WIDE =
            new PayloadLimits(100, 100_000, 1 << 21, 1 << 26, 1L << 26, Duration.ofSeconds(20));
}
