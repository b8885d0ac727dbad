package dev.fourshake.model.filter;

import dev.fourshake.model.trace.TraceSnapshot;
import java.util.Arrays;

/** The rows of a trace that pass a filter; grows with the trace. For one thread. */
public final class FilteredRows {

    /** Something else that has to hold of a row. */
    @FunctionalInterface
    public interface Also {

        boolean holds(TraceSnapshot trace, int row);
    }

    private final Filter filter;
    private final Also also;
    private int[] rows = new int[256];
    private int size;
    private int asked;

    public FilteredRows(Filter filter) {
        this(filter, (_, _) -> true);
    }

    public FilteredRows(Filter filter, Also also) {
        this.filter = filter;
        this.also = also;
    }

    public Filter filter() {
        return filter;
    }

    /**
     * Asks the filter about the rows that this snapshot has more; about all of them where its answers may have changed.
     * The snapshot must not be older than the one before.
     */
    public FilteredRows extend(TraceSnapshot trace) {
        if (filter.changes()) {
            rows = new int[Math.max(rows.length, 256)];
            size = 0;
            asked = 0;
        }
        RowSubject subject = new RowSubject(trace);
        for (; asked < trace.rowCount(); asked++) {
            if (also.holds(trace, asked) && filter.matches(subject.at(asked))) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, size * 2);
                }
                rows[size++] = asked;
            }
        }
        return this;
    }

    /** Ascending; the first {@link #size} count, and are not written any more. */
    public int[] rows() {
        return rows;
    }

    public int size() {
        return size;
    }
}
