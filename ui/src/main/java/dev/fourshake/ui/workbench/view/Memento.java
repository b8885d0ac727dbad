package dev.fourshake.ui.workbench.view;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a view wants to find again at the next start: column widths, divider positions, a filter. Flat text, so that
 * it survives versions: a reader takes what it understands and has a fallback for the rest. For one thread.
 */
public final class Memento {

    private final SortedMap<String, String> values = new TreeMap<>();

    public Memento() {
    }

    public Memento(Map<String, String> values) {
        this.values.putAll(values);
    }

    public void put(String key, String value) {
        values.put(key, value);
    }

    public void put(String key, double value) {
        values.put(key, Double.toString(value));
    }

    public void put(String key, boolean value) {
        values.put(key, Boolean.toString(value));
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The number that was put, or {@code fallback} if there is none or it is no finite number. */
    public double number(String key, double fallback) {
        try {
            double value = Double.parseDouble(values.getOrDefault(key, ""));
            return Double.isFinite(value) ? value : fallback;
        } catch (NumberFormatException _) {
            return fallback;
        }
    }

    public boolean flag(String key, boolean fallback) {
        return switch (values.get(key)) {
            case "true" -> true;
            case "false" -> false;
            case null -> fallback;
            case String _ -> fallback;
        };
    }

    /** A copy of all values, sorted by key. */
    public SortedMap<String, String> values() {
        return new TreeMap<>(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Memento that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Memento" + values;
    }
}
