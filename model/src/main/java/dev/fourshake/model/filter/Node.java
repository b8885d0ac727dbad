package dev.fourshake.model.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A part of a filter. As text it is what it was read from, with one way to write each thing. */
sealed interface Node {

    boolean test(Subject subject);

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
    record And(List<Node> parts, List<Node> byCost) implements Node {

        And(List<Node> parts) {
            this(List.copyOf(parts), parts.stream().sorted(Comparator.comparingInt(Node::cost)).toList());
        }

        @Override
        public boolean test(Subject subject) {
            for (Node part : byCost) {
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
    record Or(List<Node> parts) implements Node {

        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(Subject subject) {
            for (Node part : parts) {
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
    record Not(Node part) implements Node {

        @Override
        public boolean test(Subject subject) {
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
    record OfExchange(Node part) implements Node {

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

    /** A text that stands somewhere in the packet's type, its client's identifier or its topic, in any case. */
    record Words(String text, String lowerCase) implements Node {

        Words(String text) {
            this(text, text.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean test(Subject subject) {
            return subject.type() != null && has(subject.type().name()) || has(subject.topic())
                    || has(subject.clientId());
        }

        private boolean has(String value) {
            return !value.isEmpty() && value.toLowerCase(Locale.ROOT).contains(lowerCase);
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
    record Flag(Field field, Predicate<Subject> condition) implements Node {

        @Override
        public boolean test(Subject subject) {
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
    record Comparison(Field field, Operator operator, List<String> values, List<Predicate<Subject>> conditions)
            implements Node {

        public Comparison {
            values = List.copyOf(values);
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(Subject subject) {
            for (Predicate<Subject> condition : conditions) {
                if (condition.test(subject)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean asksForClient() {
            return field == Field.CLIENT;
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
            return field == Field.PAYLOAD ? 1 : 0;
        }

        @Override
        public String toString() {
            String shown = values.size() == 1 ? " " + operator.code() + " " + values.getFirst()
                    : values.stream().collect(Collectors.joining(", ", " in {", "}"));
            return field.code() + shown;
        }
    }

    private static String joined(List<Node> parts, String by) {
        return parts.stream().map(Node::enclosed).collect(Collectors.joining(by));
    }

    private static String enclosed(Node part) {
        return switch (part) {
            case And _, Or _ -> "(" + part + ")";
            case Not _, OfExchange _, Words _, Flag _, Comparison _ -> part.toString();
        };
    }

    /** With quotes, so that it is a value whatever stands in it. */
    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
