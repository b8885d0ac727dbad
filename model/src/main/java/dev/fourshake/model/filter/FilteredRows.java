package dev.fourshake.model.filter;

import dev.fourshake.model.trace.TraceSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a trace that pass a filter; grows with the trace. For one thread. */
public final class FilteredRows {

    /** Something else that has to hold of a row. */
    @FunctionalInterface
    public interface Also {

        boolean holds(TraceSnapshot trace, int row);
    }

    private static final int LEAST = 256;

    private final Filter<Subject> filter;
    private final Also also;
    /** Of the client of each link, as it was when the filter was asked. */
    private final List<String> names = new ArrayList<>();
    private int[] rows = new int[LEAST];
    private int size;
    private int asked;

    public FilteredRows(Filter<Subject> filter) {
        this(filter, (_, _) -> true);
    }

    public FilteredRows(Filter<Subject> filter, Also also) {
        this.filter = filter;
        this.also = also;
    }

    public Filter<Subject> filter() {
        return filter;
    }

    /**
     * Asks the filter about the rows that this snapshot has more; about all of them where its answers may have changed:
     * a link is opened before its CONNECT says whose it is, and a broker may give a client its identifier. The snapshot
     * must not be older than the one before.
     */
    public FilteredRows extend(TraceSnapshot trace) {
        if (filter.changes() || filter.asksForClient() && haveOtherNames(trace)) {
            rows = new int[rows.length];
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

    /** Whether a link that was there before belongs to a client of another name now. Takes up all names. */
    private boolean haveOtherNames(TraceSnapshot trace) {
        boolean others = false;
        for (int i = 0; i < trace.links().size(); i++) {
            int session = trace.links().get(i).session();
            String name = session < 0 ? "" : trace.sessions().get(session).clientId();
            if (i == names.size()) {
                names.add(name);
            } else if (!names.get(i).equals(name)) {
                names.set(i, name);
                others = true;
            }
        }
        return others;
    }

    /** Ascending; the first {@link #size} count, and are not written any more. */
    public int[] rows() {
        return rows;
    }

    public int size() {
        return size;
    }
}
