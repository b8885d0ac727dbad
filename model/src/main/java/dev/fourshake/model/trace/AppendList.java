package dev.fourshake.model.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** A list that only grows: one thread adds, and views of it cost no copy and never change. */
final class AppendList<T> {

    private Object[] elements = new Object[16];
    private int size;

    void add(T element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        elements[size++] = element;
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    T get(int index) {
        return (T) elements[Objects.checkIndex(index, size)];
    }

    /** All elements so far. To be handed to other threads by a safe publication. */
    List<T> view() {
        return new View<>(elements, size);
    }

    private static final class View<T> extends AbstractList<T> implements RandomAccess {

        private final Object[] elements;
        private final int size;

        View(Object[] elements, int size) {
            this.elements = elements;
            this.size = size;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T get(int index) {
            return (T) elements[Objects.checkIndex(index, size)];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
