package dev.fourshake.model.diagram;

import java.util.Arrays;
import java.util.Objects;

/** A growing list of ints. For one thread. */
final class IntList {

    private int[] values = new int[16];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    void set(int index, int value) {
        values[Objects.checkIndex(index, size)] = value;
    }

    void add(int value) {
        grow();
        values[size++] = value;
    }

    /** Fills up with {@code filler} until {@code index} exists, and sets it. */
    void put(int index, int value, int filler) {
        while (size <= index) {
            add(filler);
        }
        values[index] = value;
    }

    /** The value at {@code index}, or {@code fallback} beyond the end. */
    int getOr(int index, int fallback) {
        return index < size ? values[index] : fallback;
    }

    /** How many values of this ascending list are less than {@code value}: where it stands, or would stand. */
    int lowerBound(int value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        return found >= 0 ? found : -found - 1;
    }

    /** Inserts into this ascending list; mostly at its end. */
    void insert(int value) {
        int at = size == 0 || values[size - 1] < value ? size : lowerBound(value);
        grow();
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    /** Removes a value of this ascending list; nothing happens if it is not there. */
    void remove(int value) {
        int at = lowerBound(value);
        if (at < size && values[at] == value) {
            System.arraycopy(values, at + 1, values, at, size - at - 1);
            size--;
        }
    }

    private void grow() {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
    }
}
