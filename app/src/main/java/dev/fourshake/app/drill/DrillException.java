package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.model.text.Message;

/** A drill cannot go on: the broker cannot be reached, a port is taken. */
public final class DrillException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message sentence;
    private final boolean unreachable;

    private DrillException(Message sentence, boolean unreachable) {
        super(sentence.key(), null, false, false);
        this.sentence = sentence;
        this.unreachable = unreachable;
    }

    /** The own client could not do its part. */
    static DrillException of(ClientFailure failure) {
        boolean unreachable = switch (failure.kind()) {
            case UNREACHABLE, TIMED_OUT, CONNECTION_LOST, TLS -> true;
            case REFUSED, PROTOCOL, REJECTED, NOT_EXPRESSIBLE, PAYLOAD, WRONG_STATE -> false;
        };
        return new DrillException(Message.of(DrillException.class, "failed", failure.getMessage()), unreachable);
    }

    static DrillException of(Message sentence) {
        return new DrillException(sentence, false);
    }

    /** What is in the way, and what to do. */
    public Message sentence() {
        return sentence;
    }

    /** Whether somebody did not answer, rather than the plan being wrong. */
    public boolean isUnreachable() {
        return unreachable;
    }
}
