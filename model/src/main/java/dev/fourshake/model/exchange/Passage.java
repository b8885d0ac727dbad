package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.Frame;

/** Which ends of a link a row touches: the peer that sends a packet, and the one that it is meant for. */
public enum Passage {
    /** Sent, and passed on at once. */
    PASSED(true, true),
    /** Sent, and kept back: {@link #RELEASED} or {@link #DISCARDED} follows. */
    HELD(true, false),
    /** Sent, and thrown away. */
    DROPPED(true, false),
    /** A copy that the tap made of a packet. */
    DUPLICATED(false, true),
    /** Made by the tap in a peer's place. */
    INJECTED(false, true),
    /** Was held, and is passed on now. */
    RELEASED(false, true),
    /** Was held, and is thrown away now. */
    DISCARDED(false, false);

    private final boolean sent;
    private final boolean arrived;

    Passage(boolean sent, boolean arrived) {
        this.sent = sent;
        this.arrived = arrived;
    }

    /** Whether a peer sends it now. */
    public boolean isSent() {
        return sent;
    }

    /** Whether it gets to the other peer now. */
    public boolean isArrived() {
        return arrived;
    }

    /** Of a frame when it came. */
    public static Passage ofFrame(Frame.Fate fate) {
        return switch (fate) {
            case PASSED -> PASSED;
            case HELD -> HELD;
            case DROPPED -> DROPPED;
            case DUPLICATED -> DUPLICATED;
            case INJECTED -> INJECTED;
        };
    }

    /** Of a held frame when it left the tap. */
    public static Passage ofRelease(Frame.Fate fate) {
        return switch (fate) {
            case PASSED, HELD, DUPLICATED, INJECTED -> RELEASED;
            case DROPPED -> DISCARDED;
        };
    }
}
