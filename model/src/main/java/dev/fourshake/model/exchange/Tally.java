package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.PacketType;

/** How often each packet of one exchange was sent, and got there, on one connection. */
final class Tally {

    private static final int FIRST = PacketType.PUBLISH.ordinal();

    private final int[] sent = new int[5];
    private final int[] arrived = new int[5];

    /** Begins with numbers that were counted elsewhere. */
    void set(PacketType type, int sentSoFar, int arrivedSoFar) {
        sent[type.ordinal() - FIRST] = sentSoFar;
        arrived[type.ordinal() - FIRST] = arrivedSoFar;
    }

    /** One more packet: PUBLISH, PUBACK, PUBREC, PUBREL or PUBCOMP. */
    void add(PacketType type, boolean isSent, boolean isArrived) {
        int at = type.ordinal() - FIRST;
        sent[at] += isSent ? 1 : 0;
        arrived[at] += isArrived ? 1 : 0;
    }

    int sent(PacketType type) {
        return sent[type.ordinal() - FIRST];
    }

    int arrived(PacketType type) {
        return arrived[type.ordinal() - FIRST];
    }
}
