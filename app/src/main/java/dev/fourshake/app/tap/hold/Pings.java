package dev.fourshake.app.tap.hold;

import dev.fourshake.app.trace.WireClock;
import java.util.OptionalLong;

/**
 * When a link that is looked at was heard of last. Written on its event loop, read by any thread.
 */
final class Pings {

    private static final long NANOS = 1_000_000_000L;
    private static final long NEVER = 0;

    /** When something went to the broker last; before anything has, when it began to be looked at. */
    private volatile long toBroker = WireClock.now();
    /** When the device sent the PINGREQ that is not answered yet. */
    private volatile long asked = NEVER;

    void wentToBroker() {
        toBroker = WireClock.now();
    }

    void asked(long nanos) {
        if (asked == NEVER) {
            asked = nanos;
        }
    }

    void answered() {
        asked = NEVER;
    }

    Patience patience(int keepAliveSeconds) {
        if (keepAliveSeconds == 0) {
            return Patience.UNKNOWN;
        }
        long since = asked;
        return new Patience(OptionalLong.of(toBroker + keepAliveSeconds * NANOS * 3 / 2),
                since == NEVER ? OptionalLong.empty() : OptionalLong.of(since + keepAliveSeconds * NANOS));
    }
}
