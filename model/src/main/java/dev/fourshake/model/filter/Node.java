package dev.fourshake.model.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A part of a filter. As text it is what it was read from, with one way to write each thing.
 *
 * @param <S> what is asked
 */
sealed interface Node<S> {

    boolean test(S subject);

    /** Whether its answer about a row may change when more rows come. */
    boolean changes();

    /** Whether it asks who the client is. */
    boolean asksForClient();

    /**
     * What it asks that cannot be known before the packet is in a trace, as it is written; empty where a packet by
     * itself, and its link, answer all.
     */
    Optional<String> unknowable();

    /** What is dear is asked last: 0 for a look at a column, more for bytes and for other rows. */
    default int cost() {
        return 0;
    }

    /** All of these. */
    record And<S>(List<Node<S>> parts, List<Node<S>> byCost) implements Node<S> {

        And(List<Node<S>> parts) {
            this(List.copyOf(parts), parts.stream().sorted(Comparator.comparingInt(Node::cost)).toList());
        }

        @Override
        public boolean test(S subject) {
            for (Node<S> part : byCost) {
                if (!part.test(subject)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean asksForClient() {
            return parts.stream().anyMatch(Node::asksForClient);
        }

        @Override
        public boolean changes() {
            return parts.stream().anyMatch(Node::changes);
        }

        @Override
        public Optional<String> unknowable() {
            return parts.stream().flatMap(part -> part.unknowable().stream()).findFirst();
        }

        @Override
        public int cost() {
            return byCost.getLast().cost();
        }

        @Override
        public String toString() {
            return joined(parts, " and ");
        }
    }

    /** One of these. */
    record Or<S>(List<Node<S>> parts) implements Node<S> {

        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(S subject) {
            for (Node<S> part : parts) {
                if (part.test(subject)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean asksForClient() {
            return parts.stream().anyMatch(Node::asksForClient);
        }

        @Override
        public boolean changes() {
            return parts.stream().anyMatch(Node::changes);
        }

        @Override
        public Optional<String> unknowable() {
            return parts.stream().flatMap(part -> part.unknowable().stream()).findFirst();
        }

        @Override
        public int cost() {
            return parts.stream().mapToInt(Node::cost).max().orElse(0);
        }

        @Override
        public String toString() {
            return joined(parts, " or ");
        }
    }

    /** Not this. */
    record Not<S>(Node<S> part) implements Node<S> {

        @Override
        public boolean test(S subject) {
            return !part.test(subject);
        }

        @Override
        public boolean asksForClient() {
            return part.asksForClient();
        }

        @Override
        public boolean changes() {
            return part.changes();
        }

        @Override
        public Optional<String> unknowable() {
            return part.unknowable();
        }

        @Override
        public int cost() {
            return part.cost();
        }

        @Override
        public String toString() {
            return "not " + enclosed(part);
        }
    }

    /** Belongs to an exchange of which some packet passes. */
    record OfExchange(Node<Subject> part) implements Node<Subject> {

        private static final int COST = 2;

        @Override
        public boolean test(Subject subject) {
            return subject.anyOfExchange(part::test);
        }

        @Override
        public boolean asksForClient() {
            return part.asksForClient();
        }

        @Override
        public boolean changes() {
            return true;
        }

        @Override
        public Optional<String> unknowable() {
            return Optional.of("exchange(…)");
        }

        @Override
        public int cost() {
            return COST + part.cost();
        }

        @Override
        public String toString() {
            return "exchange(" + part + ")";
        }
    }

    /**
     * A text that is looked for where its language looks, in any case.
     *
     * @param in whether it stands in a subject, as it is in lower case
     */
    record Words<S>(String text, String lowerCase, BiPredicate<S, String> in) implements Node<S> {

        Words(String text, BiPredicate<S, String> in) {
            this(text, text.toLowerCase(Locale.ROOT), in);
        }

        @Override
        public boolean test(S subject) {
            return in.test(subject, lowerCase);
        }

        @Override
        public boolean asksForClient() {
            return true;
        }

        @Override
        public boolean changes() {
            return false;
        }

        @Override
        public Optional<String> unknowable() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return quoted(text);
        }
    }

    /** A field that is a question by itself. */
    record Flag<S>(Term<S> field, Predicate<S> condition) implements Node<S> {

        @Override
        public boolean test(S subject) {
            return condition.test(subject);
        }

        @Override
        public boolean asksForClient() {
            return false;
        }

        @Override
        public boolean changes() {
            return field.changes();
        }

        @Override
        public Optional<String> unknowable() {
            return field.isOfTrace() ? Optional.of(field.code()) : Optional.empty();
        }

        @Override
        public String toString() {
            return field.code();
        }
    }

    /**
     * A field and a value, or several of which one has to fit.
     *
     * @param values as they are written
     */
    record Comparison<S>(Term<S> field, Operator operator, List<String> values, List<Predicate<S>> conditions)
            implements Node<S> {

        public Comparison {
            values = List.copyOf(values);
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(S subject) {
            for (Predicate<S> condition : conditions) {
                if (condition.test(subject)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean asksForClient() {
            return field.asksForClient();
        }

        @Override
        public boolean changes() {
            return field.changes();
        }

        @Override
        public Optional<String> unknowable() {
            return field.isOfTrace() ? Optional.of(field.code()) : Optional.empty();
        }

        @Override
        public int cost() {
            return field.cost();
        }

        @Override
        public String toString() {
            String shown = values.size() == 1 ? " " + operator.code() + " " + values.getFirst()
                    : values.stream().collect(Collectors.joining(", ", " in {", "}"));
            return field.code() + shown;
        }
    }

    private static String joined(List<? extends Node<?>> parts, String by) {
        return parts.stream().map(Node::enclosed).collect(Collectors.joining(by));
    }

    private static String enclosed(Node<?> part) {
        return switch (part) {
            case And<?> _, Or<?> _ -> "(" + part + ")";
            case Not<?> _, OfExchange _, Words<?> _, Flag<?> _, Comparison<?> _ -> part.toString();
        };
    }

    /** With quotes, so that it is a value whatever stands in it. */
    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
