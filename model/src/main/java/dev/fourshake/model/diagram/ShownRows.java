package dev.fourshake.model.diagram;

import java.util.Arrays;
import java.util.Objects;

/**
 * The rows of a trace that a diagram shows, in ascending order: all, or those that passed a filter. A row's place in
 * this list is its <i>index</i>; indexes are what a diagram scrolls over.
 */
public sealed interface ShownRows {

    int size();

    /** The row of the trace at {@code index}. */
    int row(int index);

    /** Index of the first shown row that is not before {@code row}; {@link #size()} if there is none. */
    int indexOf(int row);

    default boolean contains(int row) {
        int index = indexOf(row);
        return index < size() && row(index) == row;
    }

    /** The first {@code count} rows of the trace. */
    static ShownRows all(int count) {
        return new All(count);
    }

    /** Just these rows, which ascend and are not written any more. */
    static ShownRows of(int... rows) {
        return of(rows, rows.length);
    }

    /** The first {@code count} of {@code rows}, which ascend and are not written any more. */
    static ShownRows of(int[] rows, int count) {
        Objects.checkFromIndexSize(0, count, rows.length);
        return new Some(rows, count);
    }

    /** Every row. */
    record All(int size) implements ShownRows {
        @Override
        public int row(int index) {
            return Objects.checkIndex(index, size);
        }

        @Override
        public int indexOf(int row) {
            return Math.clamp(row, 0, size);
        }
    }

    /** Those that passed a filter. Compared by identity: a filter's result is made once. */
    final class Some implements ShownRows {
        private final int[] rows;
        private final int size;

        private Some(int[] rows, int size) {
            this.rows = rows;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int row(int index) {
            return rows[Objects.checkIndex(index, size)];
        }

        @Override
        public int indexOf(int row) {
            int found = Arrays.binarySearch(rows, 0, size, row);
            return found >= 0 ? found : -found - 1;
        }
    }
}
