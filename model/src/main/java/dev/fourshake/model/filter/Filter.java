package dev.fourshake.model.filter;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which packets are wanted. Immutable; may be used by any thread.
 */
public final class Filter {

    /** Lets everything pass. */
    public static final Filter ALL = new Filter("", null, null);

    private final String text;
    /** In which times of day are meant; null where everything passes. */
    private final ZoneId zone;
    private final Node root;

    private Filter(String text, ZoneId zone, Node root) {
        this.text = text;
        this.zone = zone;
        this.root = root;
    }

    /** What a text turned out to be. */
    public sealed interface Parsed {
    }

    /** It is a filter. */
    public record Good(Filter filter) implements Parsed {
    }

    /** It is none. */
    public record Bad(Mistake mistake) implements Parsed {
    }

    /**
     * Reads a filter. A blank text lets everything pass.
     *
     * @param zone in which times of day are meant
     */
    public static Parsed parse(String text, ZoneId zone) {
        if (text.isBlank()) {
            return new Good(ALL);
        }
        try {
            return new Good(new Filter(text, zone, Parser.parse(text, zone)));
        } catch (MistakeException wrong) {
            return new Bad(wrong.mistake());
        }
    }

    public boolean matches(Subject subject) {
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
     * What it asks that cannot be known of a packet before it is in a trace (how its exchange ended, findings), as it is
     * written; empty where it can be asked of a packet that has just come.
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
        return other instanceof Filter filter && text.equals(filter.text) && Objects.equals(zone, filter.zone);
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
