package dev.fourshake.model.exchange;

import dev.fourshake.model.text.Message;

/** How an exchange stands. */
public enum Outcome {
    /** The last acknowledgement has not been seen; the link is up, or the session may still go on with it. */
    OPEN,
    /** The last acknowledgement was seen. */
    COMPLETE,
    /** A reason code of 0x80 or more ended it. */
    REJECTED,
    /** The session was dropped with it unfinished, so that it can never be finished. */
    ABANDONED;

    /** A short name in the user's language. */
    public Message title() {
        return Message.of(Outcome.class, "Outcome." + name());
    }

    /** What that means. */
    public Message explanation() {
        return Message.of(Outcome.class, "Outcome." + name() + ".explanation");
    }
}
