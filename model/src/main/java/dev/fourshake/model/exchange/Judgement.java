package dev.fourshake.model.exchange;

import dev.fourshake.model.text.Message;

/** How a packet stands to the exchange that it belongs to: what makes an arrow look different at a glance. */
public enum Judgement {
    /** Belongs to no exchange, or is as it should be. */
    REGULAR,
    /** Sent again, as the specification allows or demands after a reconnect. */
    REPEATED,
    /** Dropped by the tap, or cut off by the end of the link before it was passed on. */
    LOST,
    /** Forbidden in this state. */
    ILLEGAL,
    /** The bytes themselves are wrong. */
    MALFORMED;

    /** A short name in the user's language. */
    public Message title() {
        return Message.of(Judgement.class, "Judgement." + name());
    }

    /** What that means. */
    public Message explanation() {
        return Message.of(Judgement.class, "Judgement." + name() + ".explanation");
    }
}
