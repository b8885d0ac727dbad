package dev.fourshake.app.payload;

import dev.fourshake.model.text.Message;

/** A payload that cannot be read in a format, with the sentence that says why. */
public final class PayloadException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message reason;

    public PayloadException(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}
