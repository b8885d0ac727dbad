package dev.fourshake.model.filter;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What filters of one kind of subject can ask. How they are written is the same for all: fields compared with values,
 * words, {@code and}, {@code or}, {@code not} and brackets. Immutable.
 *
 * @param <S> the subject
 */
public final class Language<S> {

    /** Of packets and of what is told by them. */
    public static final Language<Subject> PACKETS = new Language<>(
            Arrays.stream(Field.values()).<Term<Subject>>map(PacketTerm::new).toList(),
            Language::standsInPacket, Node.OfExchange::new);

    private final Map<String, Term<S>> terms = new LinkedHashMap<>();
    /** Whether a text, in lower case, stands in a subject. */
    private final BiPredicate<S, String> words;
    /** Null where subjects belong to no exchange. */
    private final UnaryOperator<Node<S>> ofExchange;

    private Language(Collection<Term<S>> terms, BiPredicate<S, String> words, UnaryOperator<Node<S>> ofExchange) {
        terms.forEach(term -> this.terms.put(term.code(), term));
        this.words = words;
        this.ofExchange = ofExchange;
    }

    /**
     * A language without fields.
     *
     * @param texts where a word that stands alone is looked for
     */
    public static <S> Language<S> ofTexts(Function<S, List<String>> texts) {
        return new Language<>(List.of(), (subject, lowerCase) -> texts.apply(subject).stream()
                .anyMatch(text -> standsIn(text, lowerCase)), null);
    }

    private static boolean standsInPacket(Subject subject, String lowerCase) {
        return subject.type() != null && standsIn(subject.type().name(), lowerCase)
                || standsIn(subject.topic(), lowerCase) || standsIn(subject.clientId(), lowerCase);
    }

    private static boolean standsIn(String text, String lowerCase) {
        return !text.isEmpty() && text.toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    /** With a field that is a text; an asterisk stands for anything. What is empty is not there. */
    public Language<S> text(String code, Function<S, String> of) {
        return with(new OwnTerm<>(code, OwnTerm.TEXT, (operator, value, _) ->
                Comparisons.text(operator, value.text(), of, true),
                seen -> seen.of(code).stream().map(Completion::word)));
    }

    /** With a field that is a whole number. What is negative is not there. */
    public Language<S> number(String code, ToLongFunction<S> of) {
        return with(new OwnTerm<>(code, OwnTerm.ORDERED, (operator, value, _) ->
                Comparisons.number(operator, Comparisons.integer(value, 0, Long.MAX_VALUE), known(of)),
                seen -> seen.of(code).stream()));
    }

    /** With a field that is a number of bytes. What is negative is not there. */
    public Language<S> bytes(String code, ToLongFunction<S> of) {
        return quantity(code, Quantity.BYTES, of);
    }

    /** With a field that is a duration in nanoseconds. What is negative is not there. */
    public Language<S> duration(String code, ToLongFunction<S> of) {
        return quantity(code, Quantity.DURATION, of);
    }

    private Language<S> quantity(String code, Quantity quantity, ToLongFunction<S> of) {
        return with(new OwnTerm<>(code, OwnTerm.ORDERED, (operator, value, _) ->
                Comparisons.number(operator, quantity.of(value), known(of)), seen -> seen.of(code).stream()));
    }

    /** With a field that is a moment, in nanoseconds since 1970-01-01T00:00Z. */
    public Language<S> moment(String code, ToLongFunction<S> of) {
        return with(new OwnTerm<>(code, OwnTerm.ORDERED, (operator, value, zone) ->
                new Moments(zone).condition(operator, value, of), seen -> seen.of(code).stream()));
    }

    /** With a field that is one of several names. */
    public <E extends Enum<E>> Language<S> name(String code, Class<E> type, Function<S, E> of) {
        return with(new OwnTerm<>(code, OwnTerm.NAME, (operator, value, _) ->
                Comparisons.name(operator, value, type, subject -> Optional.of(of.apply(subject).name())),
                _ -> Arrays.stream(type.getEnumConstants()).map(name -> name.name().toLowerCase(Locale.ROOT))));
    }

    private static <S> ToLongFunction<S> known(ToLongFunction<S> of) {
        return subject -> {
            long value = of.applyAsLong(subject);
            return value < 0 ? Comparisons.NONE : value;
        };
    }

    private Language<S> with(Term<S> term) {
        return new Language<>(Stream.concat(terms.values().stream(), Stream.of(term)).toList(), words, ofExchange);
    }

    /** Its fields, as they are written. */
    public Stream<String> fields() {
        return terms.keySet().stream();
    }

    Optional<Term<S>> term(String code) {
        return Optional.ofNullable(terms.get(code.toLowerCase(Locale.ROOT)));
    }

    /** Fields to be named where one is missing. */
    String examples() {
        return fields().limit(3).collect(Collectors.joining(", "));
    }

    /** A text that stands alone. */
    Node<S> words(String text) {
        return new Node.Words<>(text, words);
    }

    /** Makes a question about one subject one about all of its exchange; empty where there are no exchanges. */
    Optional<UnaryOperator<Node<S>>> ofExchange() {
        return Optional.ofNullable(ofExchange);
    }
}
