package dev.fourshake.app.tap.tls;

import dev.fourshake.model.text.Message;

/** A tap cannot use TLS as it should: a certificate or a key is missing, or is none. */
public final class TlsException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message sentence;

    /** @param cause null where there is none but the sentence */
    TlsException(Message sentence, Throwable cause) {
        super(sentence.text(), cause);
        this.sentence = sentence;
    }

    /** What is wrong and what to do, for the user. */
    public Message sentence() {
        return sentence;
    }
}
