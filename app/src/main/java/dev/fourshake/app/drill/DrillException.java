package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.ClientFailure.Kind;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.model.text.Message;
import java.time.Duration;
import java.util.List;
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

    /**
     * The own client could not do its part.
     *
     * @param broker   what the client reached through one of these taps: nobody else knows their addresses
     * @param patience that the client had for an answer
     */
    static DrillException of(ClientFailure failure, HostPort broker, List<HostPort> taps, Duration patience) {
        boolean unreachable = switch (failure.kind()) {
            case UNREACHABLE, TIMED_OUT, CONNECTION_LOST, TLS, WRONG_STATE -> true;
            case REFUSED, PROTOCOL, REJECTED, NOT_EXPRESSIBLE, PAYLOAD -> false;
        };
        if (failure.kind() == Kind.WRONG_STATE) {
            // It was connected a moment ago: what the client says of that is for who has forgotten to connect it.
            return lost(broker);
        }
        if (failure.kind() == Kind.TIMED_OUT) {
            return silent(broker, patience);
        }
        String sentence = failure.getMessage();
        for (HostPort tap : taps) {
            sentence = sentence.replace(tap.toString(), broker.toString());
        }
        return new DrillException(Message.of(DrillException.class, "failed", sentence), unreachable, null);
    }

    /** The broker has ended a connection of the own client at a time when nothing was done to it. */
    static DrillException lost(HostPort broker) {
        return unreachable(Message.of(DrillException.class, "lost", broker.toString()));
    }

    /** The broker has left the own client without an answer for so long, at a time when nothing was done to it. */
    static DrillException silent(HostPort broker, Duration patience) {
        return unreachable(Message.of(DrillException.class, "silent", broker.toString(), patience.toMillis() / 1000.0));
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
