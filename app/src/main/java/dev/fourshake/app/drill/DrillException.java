package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.model.text.Message;
import java.util.Optional;

/** A drill cannot go on: the broker cannot be reached, a port is taken. */
public final class DrillException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Message sentence;
    private final transient DrillReport report;
    private final boolean unreachable;

    private DrillException(Message sentence, boolean unreachable, DrillReport report) {
        super(sentence.key(), null, false, false);
        this.sentence = sentence;
        this.unreachable = unreachable;
        this.report = report;
    }

    /** The own client could not do its part. */
    static DrillException of(ClientFailure failure) {
        boolean unreachable = switch (failure.kind()) {
            case UNREACHABLE, TIMED_OUT, CONNECTION_LOST, TLS -> true;
            case REFUSED, PROTOCOL, REJECTED, NOT_EXPRESSIBLE, PAYLOAD, WRONG_STATE -> false;
        };
        return new DrillException(Message.of(DrillException.class, "failed", failure.getMessage()), unreachable, null);
    }

    static DrillException of(Message sentence) {
        return new DrillException(sentence, false, null);
    }

    /** The broker did not answer. */
    static DrillException unreachable(Message sentence) {
        return new DrillException(sentence, true, null);
    }

    /** The same, when this had been done. */
    DrillException after(DrillReport done) {
        return new DrillException(sentence, unreachable, done);
    }

    /** What was done before; empty where nothing had begun. */
    public Optional<DrillReport> report() {
        return Optional.ofNullable(report);
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
