package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.PacketType;

/** How often each packet of one exchange was sent, and got there, on the connection that it is on now. */
final class Tally {

    private static final int FIRST = PacketType.PUBLISH.ordinal();

    private final int[] sent = new int[5];
    private final int[] arrived = new int[5];
    private boolean published;
    private int link;

    /** One more packet: PUBLISH, PUBACK, PUBREC, PUBREL or PUBCOMP. */
    void add(PacketType type, int onLink, boolean isSent, boolean isArrived, boolean isFailure) {
        turnTo(onLink);
        int at = type.ordinal() - FIRST;
        if (isSent) {
            sent[at]++;
        }
        if (isArrived && !isFailure) {
            arrived[at]++;
            published |= type == PacketType.PUBLISH;
        }
    }

    private void turnTo(int newLink) {
        if (link != newLink) {
            link = newLink;
            for (int i = 0; i < sent.length; i++) {
                sent[i] = 0;
                arrived[i] = 0;
            }
        }
    }

    int sent(PacketType type, int onLink) {
        turnTo(onLink);
        return sent[type.ordinal() - FIRST];
    }

    /** Without those that refuse: they ask for no answer. */
    int arrived(PacketType type, int onLink) {
        turnTo(onLink);
        return arrived[type.ordinal() - FIRST];
    }

    /** Whether the PUBLISH has got there, on whatever connection. */
    boolean isPublished() {
        return published;
    }
}
