package dev.fourshake.model.filter;

import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A field of a language: what of a subject is compared, how, and with what.
 *
 * @param <S> the subject
 */
interface Term<S> {

    /** As it is written. */
    String code();

    /** Operators that may stand behind it. */
    Set<Operator> operators();

    default boolean allows(Operator operator) {
        return operators().contains(operator);
    }

    /**
     * The question that it is with a value.
     *
     * @param zone in which times of day are meant
     * @throws MistakeException if the value makes no sense for it
     */
    Predicate<S> condition(Operator operator, Token value, ZoneId zone) throws MistakeException;

    /** Values that make sense or were seen, the likeliest first, as they are written. */
    Stream<String> values(Vocabulary seen);

    /** Whether it alone is a question: {@code dup}, {@code finding}. */
    default boolean isFlag() {
        return false;
    }

    /** That question. */
    default Predicate<S> flag() {
        throw new IllegalStateException(code());
    }

    /** Whether what it says of a row may change when more rows come. */
    default boolean changes() {
        return false;
    }

    /** Whether only a trace can answer it, and not a packet that is not there yet. */
    default boolean isOfTrace() {
        return false;
    }

    /** Whether it asks who the client is. */
    default boolean asksForClient() {
        return false;
    }

    /** 0 for a look at a column, more for what is dear. */
    default int cost() {
        return 0;
    }
}
