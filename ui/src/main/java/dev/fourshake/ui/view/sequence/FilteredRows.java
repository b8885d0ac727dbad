package dev.fourshake.ui.view.sequence;

import dev.fourshake.model.trace.TraceSnapshot;
import java.util.Arrays;

/** The rows that pass a filter; grows with the trace. For one thread. */
final class FilteredRows {

    private final ShowOnly filter;
    private int[] rows = new int[256];
    private int size;
    private int asked;

    FilteredRows(ShowOnly filter) {
        this.filter = filter;
    }

    ShowOnly filter() {
        return filter;
    }

    /** Asks the filter about the rows that this snapshot has more. */
    void extend(TraceSnapshot trace) {
        for (; asked < trace.rowCount(); asked++) {
            if (filter.shows(trace, asked)) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, size * 2);
                }
                rows[size++] = asked;
            }
        }
    }

    /** Ascending; the first {@link #size} count, and are not written any more. */
    int[] rows() {
        return rows;
    }

    int size() {
        return size;
    }
}
