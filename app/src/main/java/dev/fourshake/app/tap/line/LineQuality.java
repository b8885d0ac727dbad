package dev.fourshake.app.tap.line;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How well a line carries what one side sends. It works on whole packets, never on parts of them, and keeps their
 * order: what is late makes late what is behind it.
 *
 * @param latency       how long a packet is on its way
 * @param jitter        by how much it is longer or shorter at most, at random
 * @param bitsPerSecond how fast packets enter the line, one behind the other; 0 for as fast as they come. MQTT's bytes
 *                      count, what TCP and TLS add does not
 * @param cut           when the connection is lost: both sides are reset, and what is on its way is lost with it
 * @param blackHole     from which packet on everything vanishes, while TCP lives: FIN and RST vanish as well
 * @param halfOpen      when the side that these packets go to is reset while the other is left believing that the link
 *                      lives
 * @param seed          of all that is at random: the same seed, the same run
 */
public record LineQuality(Duration latency, Duration jitter, long bitsPerSecond, Occasion cut, Occasion blackHole,
                          Occasion halfOpen, long seed) {

    /** What a delay may be at most. */
    public static final Duration LONGEST = Duration.ofHours(1);
    /** What a rate may be at most: a terabit. */
    public static final long FASTEST = 1_000_000_000_000L;

    /** As if there were no line: every packet arrives, and at once. */
    public static final LineQuality PERFECT = new LineQuality(Duration.ZERO, Duration.ZERO, 0, new Occasion.Never(),
            new Occasion.Never(), new Occasion.Never(), 0);

    public LineQuality {
        Stream.of(cut, blackHole, halfOpen).forEach(Objects::requireNonNull);
        for (Duration each : new Duration[] {latency, jitter}) {
            if (each.isNegative() || each.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("A delay must be from 0 to 1 h: " + each);
            }
        }
        if (bitsPerSecond < 0 || bitsPerSecond > FASTEST) {
            throw new IllegalArgumentException("A rate must be from 0 to 1 Tbit/s: " + bitsPerSecond);
        }
    }

    public LineQuality withLatency(Duration newLatency) {
        return new LineQuality(newLatency, jitter, bitsPerSecond, cut, blackHole, halfOpen, seed);
    }

    public LineQuality withJitter(Duration newJitter) {
        return new LineQuality(latency, newJitter, bitsPerSecond, cut, blackHole, halfOpen, seed);
    }

    /** The same with another rate; 0 for as fast as packets come. */
    public LineQuality withRate(long newBitsPerSecond) {
        return new LineQuality(latency, jitter, newBitsPerSecond, cut, blackHole, halfOpen, seed);
    }

    public LineQuality withCut(Occasion occasion) {
        return new LineQuality(latency, jitter, bitsPerSecond, occasion, blackHole, halfOpen, seed);
    }

    public LineQuality withBlackHole(Occasion occasion) {
        return new LineQuality(latency, jitter, bitsPerSecond, cut, occasion, halfOpen, seed);
    }

    public LineQuality withHalfOpen(Occasion occasion) {
        return new LineQuality(latency, jitter, bitsPerSecond, cut, blackHole, occasion, seed);
    }

    public LineQuality withSeed(long newSeed) {
        return new LineQuality(latency, jitter, bitsPerSecond, cut, blackHole, halfOpen, newSeed);
    }

    /** Whether it does nothing to any packet. */
    public boolean isPerfect() {
        return withSeed(PERFECT.seed()).equals(PERFECT);
    }

    /**
     * A rate as people write it: {@code 9600 bit/s}, {@code 2.5Mbit/s}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static long rate(String text) {
        return LineText.rate(text);
    }

    /** {@code 40kbit/s}, exactly. */
    public static String rateText(long bitsPerSecond) {
        return LineText.rate(bitsPerSecond);
    }

    /** As {@link LineRule#parse} reads it. */
    @Override
    public String toString() {
        return LineText.of(this);
    }
}
