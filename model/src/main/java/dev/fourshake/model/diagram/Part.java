package dev.fourshake.model.diagram;

/** A word of an arrow's label. */
public record Part(Role role, String text) {

    /** What it says; painters choose font and colour by it. In the order in which they stand. */
    public enum Role {
        /** Packet type. */
        TYPE,
        /** Packet Identifier. */
        ID,
        /** Why the packet is alarming. */
        ALARM,
        /** What the tap did. */
        TAP,
        QOS,
        /** DUP, RETAIN. */
        FLAG,
        TOPIC,
        /** A reason code, what becomes of the session, how many topic filters more. */
        DETAIL,
        /** Time since the step before; stands at the right end. */
        TIME
    }
}
