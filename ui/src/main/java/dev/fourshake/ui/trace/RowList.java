package dev.fourshake.ui.trace;

import dev.fourshake.model.diagram.ShownRows;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/**
 * The rows of a trace as an observable list that holds none of them: its elements are the row numbers, all of them or
 * those that passed a filter, and it only grows or starts again. Ten million rows cost one number.
 */
public final class RowList extends ObservableListBase<Integer> {

    private ShownRows rows = ShownRows.all(0);

    @Override
    public Integer get(int index) {
        return rows.row(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** Found without looking at the others. -1 for a row that is not shown. */
    @Override
    public int indexOf(Object element) {
        return element instanceof Integer row && row >= 0 && rows.contains(row) ? rows.indexOf(row) : -1;
    }

    @Override
    public boolean contains(Object element) {
        return indexOf(element) >= 0;
    }

    /** Takes the number of rows as it stands now, all of which are shown: one change for all that is new. */
    public void resize(int count) {
        show(ShownRows.all(count));
    }

    /** Shows these rows: one change for what is new at the end or gone there, where the others are still the same. */
    public void show(ShownRows next) {
        ShownRows before = rows;
        rows = next;
        int same = sameAtTheBeginning(before, next);
        if (same == before.size() && same == next.size()) {
            return;
        }
        beginChange();
        if (same == before.size()) {
            nextAdd(same, next.size());
        } else if (same == next.size()) {
            // A step back in a replay.
            nextRemove(same, rows(before, same));
        } else {
            // Another trace or filter.
            nextReplace(0, next.size(), rows(before, 0));
        }
        endChange();
    }

    private static List<Integer> rows(ShownRows of, int from) {
        return IntStream.range(from, of.size()).mapToObj(of::row).toList();
    }

    private static int sameAtTheBeginning(ShownRows one, ShownRows other) {
        int size = Math.min(one.size(), other.size());
        if (one instanceof ShownRows.All && other instanceof ShownRows.All) {
            return size;
        }
        int same = 0;
        while (same < size && one.row(same) == other.row(same)) {
            same++;
        }
        return same;
    }
}
