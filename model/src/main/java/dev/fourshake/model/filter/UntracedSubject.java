package dev.fourshake.model.filter;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.finding.Severity;
import java.util.Optional;
import java.util.function.Predicate;

/** Something that is no row of a trace: it has no number, belongs to no exchange, and nothing was found of it. */
public abstract class UntracedSubject implements Subject {

    @Override
    public int number() {
        return -1;
    }

    @Override
    public Optional<Outcome> outcome() {
        return Optional.empty();
    }

    @Override
    public SenderState sender() {
        return null;
    }

    @Override
    public ReceiverState receiver() {
        return null;
    }

    @Override
    public Judgement judgement() {
        return Judgement.REGULAR;
    }

    @Override
    public Severity severity() {
        return Severity.NONE;
    }

    @Override
    public boolean hasFinding(Predicate<String> rule) {
        return false;
    }

    @Override
    public boolean anyOfExchange(Predicate<Subject> wanted) {
        return false;
    }
}
