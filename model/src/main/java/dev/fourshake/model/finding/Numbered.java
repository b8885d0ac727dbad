package dev.fourshake.model.finding;

import java.util.Arrays;

/** What a rule remembers of links or sessions, by their numbers. Writer's thread only. */
public final class Numbered<T> {

    private Object[] values = new Object[16];

    /** What is remembered; null where there is nothing. */
    @SuppressWarnings("unchecked")
    public T get(int number) {
        return number < values.length ? (T) values[number] : null;
    }

    /** Remembers it in the place of what was remembered. */
    public void put(int number, T value) {
        if (number >= values.length) {
            values = Arrays.copyOf(values, Math.max(number + 1, values.length * 2));
        }
        values[number] = value;
    }

    /** Nothing is remembered of it any more. */
    public void forget(int number) {
        if (number < values.length) {
            values[number] = null;
        }
    }
}
