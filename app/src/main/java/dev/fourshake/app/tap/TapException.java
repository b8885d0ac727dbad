package dev.fourshake.app.tap;

import dev.fourshake.model.text.Message;

/** A tap cannot start: what happened, as a type for the program and as a sentence for the user. */
public final class TapException extends Exception {

    private static final long serialVersionUID = 1;

    public enum Kind { PORT_IN_USE, NO_PERMISSION, ADDRESS_NOT_HERE, OWN_ADDRESS, UNKNOWN_HOST, CERTIFICATE, OTHER }

    private final Kind kind;
    private final transient Message sentence;

    TapException(Kind kind, Message sentence, Throwable cause) {
        super(sentence.text(), cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    public Kind kind() {
        return kind;
    }

    public Message sentence() {
        return sentence;
    }
}
