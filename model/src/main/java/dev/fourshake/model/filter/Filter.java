package dev.fourshake.model.filter;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which packets, or other things, are wanted. Immutable; may be used by any thread.
 *
 * @param <S> what is asked
 */
public final class Filter<S> {

    private static final Filter<?> ALL = new Filter<>("", null, null);

    private final String text;
    /** In which times of day are meant; null where everything passes. */
    private final ZoneId zone;
    private final Node<S> root;

    private Filter(String text, ZoneId zone, Node<S> root) {
        this.text = text;
        this.zone = zone;
        this.root = root;
    }

    /** What a text turned out to be. */
    public sealed interface Parsed<S> {
    }

    /** It is a filter. */
    public record Good<S>(Filter<S> filter) implements Parsed<S> {
    }

    /** It is none. */
    public record Bad<S>(Mistake mistake) implements Parsed<S> {
    }

    /** Lets everything pass. */
    @SuppressWarnings("unchecked") // it asks nothing
    public static <S> Filter<S> all() {
        return (Filter<S>) ALL;
    }

    /**
     * Reads a filter. A blank text lets everything pass.
     *
     * @param zone in which times of day are meant
     */
    public static <S> Parsed<S> parse(Language<S> language, String text, ZoneId zone) {
        if (text.isBlank()) {
            return new Good<>(all());
        }
        try {
            return new Good<>(new Filter<>(text, zone, Parser.parse(language, text, zone)));
        } catch (MistakeException wrong) {
            return new Bad<>(wrong.mistake());
        }
    }

    /** Reads a filter of packets. */
    public static Parsed<Subject> parse(String text, ZoneId zone) {
        return parse(Language.PACKETS, text, zone);
    }

    public boolean matches(S subject) {
        return root == null || root.test(subject);
    }

    public boolean isAll() {
        return root == null;
    }

    /**
     * Whether its answer about a row may change when more rows come: then all rows have to be asked again. It asks how
     * an exchange ended, or for findings, which may name earlier rows.
     */
    public boolean changes() {
        return root != null && root.changes();
    }

    /**
     * What it asks that cannot be known of a packet before it is in a trace (how its exchange ended, findings), as it
     * is written; empty where it can be asked of a packet that has just come.
     */
    public Optional<String> unknowable() {
        return root == null ? Optional.empty() : root.unknowable();
    }

    /** Whether it asks who the client is. */
    boolean asksForClient() {
        return root != null && root.asksForClient();
    }

    /** Whether it was written the same way, with times of the same zone. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Filter<?> filter && text.equals(filter.text) && Objects.equals(zone, filter.zone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, zone);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** In the one way to write each thing, which reads as the same filter. */
    @Override
    public String toString() {
        return root == null ? "" : root.toString();
    }
}
