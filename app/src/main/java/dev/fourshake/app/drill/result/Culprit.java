package dev.fourshake.app.drill.result;

import dev.fourshake.model.text.Message;

/** Who may have broken a promise. */
public enum Culprit {
    DEVICE,
    TAP,
    BROKER,
    /** The library that stands in for the device, or in for the other end of the message. */
    CLIENT_LIBRARY;

    /** A short name in the user's language. */
    public Message title() {
        return Message.of(Culprit.class, "Culprit." + name());
    }
}
