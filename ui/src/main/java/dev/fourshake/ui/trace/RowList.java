package dev.fourshake.ui.trace;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/**
 * The rows of a trace as an observable list that holds none of them: its elements are the row numbers, and it only
 * grows or starts again. Ten million rows cost one number.
 */
public final class RowList extends ObservableListBase<Integer> {

    private int size;

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    /** An element is its own index, so that looking for one costs nothing. */
    @Override
    public int indexOf(Object element) {
        return element instanceof Integer row && row >= 0 && row < size ? row : -1;
    }

    @Override
    public boolean contains(Object element) {
        return indexOf(element) >= 0;
    }

    /** Takes the number of rows as it stands now: one change for all that is new. */
    public void resize(int rows) {
        if (rows == size) {
            return;
        }
        beginChange();
        if (rows > size) {
            int before = size;
            size = rows;
            nextAdd(before, rows);
        } else {
            // Another trace, or a step back in a replay: what was there is gone.
            List<Integer> removed = IntStream.range(rows, size).boxed().toList();
            size = rows;
            nextRemove(rows, removed);
        }
        endChange();
    }
}
