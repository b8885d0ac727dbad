package dev.fourshake.model.filter;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A field that somebody added to a {@link Language}. */
record OwnTerm<S>(String code, Set<Operator> operators, Comparer<S> comparer,
                  Function<Vocabulary, Stream<String>> known) implements Term<S> {

    static final Set<Operator> NAME = EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL);
    static final Set<Operator> TEXT = EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.CONTAINS);
    static final Set<Operator> ORDERED = EnumSet.range(Operator.EQUAL, Operator.GREATER_OR_EQUAL);

    /** Makes the question of a comparison. */
    @FunctionalInterface
    interface Comparer<S> {

        Predicate<S> of(Operator operator, Token value, ZoneId zone) throws MistakeException;
    }

    @Override
    public Predicate<S> condition(Operator operator, Token value, ZoneId zone) throws MistakeException {
        return comparer.of(operator, value, zone);
    }

    @Override
    public Stream<String> values(Vocabulary seen) {
        return known.apply(seen);
    }
}
