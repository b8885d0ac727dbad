package dev.fourshake.model.delivery;

import dev.fourshake.model.text.Message;

/** How a message that a broker sends stands to the one that a client published. */
public enum TieKind {
    /** Nothing is known of a publisher. */
    NONE,
    /** The message, passed on. */
    LIVE,
    /** The message once more, because several subscriptions match. */
    OVERLAP,
    /** The message once more, though no further subscription matches. */
    DUPLICATE,
    /** The message as the broker had stored it, sent because of a new subscription. */
    RETAINED,
    /** The Will of a CONNECT. */
    WILL;

    private static final TieKind[] KINDS = values();

    static TieKind of(int ordinal) {
        return KINDS[ordinal];
    }

    /** A short name in the user's language. */
    public Message title() {
        return Message.of(TieKind.class, "TieKind." + name());
    }
}
