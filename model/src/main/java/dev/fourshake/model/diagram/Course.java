package dev.fourshake.model.diagram;

/** How far a packet came, from its sender over the tap to its receiver. */
public enum Course {
    /** From the sender to the receiver. */
    PASSED,
    /** From the sender to the tap, where it was held. */
    HELD,
    /** A held packet goes on from the tap to the receiver. */
    RELEASED,
    /** A held packet ends at the tap. */
    DISCARDED,
    /** From the sender to the tap, which threw it away. */
    DROPPED,
    /** From the tap to the receiver: a copy of the packet before. */
    DUPLICATED,
    /** From the tap to the receiver: made by the tap. */
    INJECTED,
    /** From the sender to the tap, where it was held until the link ended. */
    CUT;

    /** Whether it begins at its sender. */
    public boolean fromSender() {
        return switch (this) {
            case PASSED, HELD, DROPPED, CUT -> true;
            case RELEASED, DISCARDED, DUPLICATED, INJECTED -> false;
        };
    }

    /** Whether it ends at its receiver. */
    public boolean toReceiver() {
        return switch (this) {
            case PASSED, RELEASED, DUPLICATED, INJECTED -> true;
            case HELD, DISCARDED, DROPPED, CUT -> false;
        };
    }
}
