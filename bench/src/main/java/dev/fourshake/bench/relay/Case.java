package dev.fourshake.bench.relay;

import java.util.List;

/**
 * One load.
 *
 * @param window how many messages are on their way at the same time
 * @param count  of messages: enough for about a second, but for {@link #LONG}
 */
record Case(int qos, int window, int count) {

    static final List<Case> ALL = List.of(
            new Case(0, 1, 10_000), new Case(0, 16, 60_000), new Case(0, 256, 150_000),
            new Case(1, 1, 8_000), new Case(1, 16, 40_000), new Case(1, 256, 60_000),
            new Case(2, 1, 5_000), new Case(2, 16, 25_000), new Case(2, 256, 25_000));

    /** So long that whoever watches the traffic has to keep up, and cannot put it off until the load is over. */
    static final Case LONG = new Case(0, 256, 2_000_000);

    /** A load that makes a relay warm, a virtual machine above all. */
    Case warmUp() {
        return new Case(qos, window, count / 2);
    }

    @Override
    public String toString() {
        return "QoS %d, window %d%s".formatted(qos, window, this == LONG ? ", %,d messages".formatted(count) : "");
    }
}
