package dev.fourshake.model.diagram;

import dev.fourshake.model.trace.TraceSnapshot;

/**
 * What is known of many rows at once: what a diagram shows when its rows are lower than a pixel. The alarms of a
 * bucket are exact, in number too; which lifelines were busy is known to within {@value Activity#BLOCK} rows.
 */
public final class Buckets {

    private final TraceSnapshot trace;
    private final DiagramIndex index;
    private final ShownRows rows;
    private final Alarms alarms;

    /** @param alarms of {@code index}, {@linkplain Alarms#within within} the rows */
    public Buckets(TraceSnapshot trace, DiagramIndex index, ShownRows rows, Alarms alarms) {
        this.trace = trace;
        this.index = index;
        this.rows = rows;
        this.alarms = alarms;
    }

    /** How many rows there are in all. */
    public int size() {
        return rows.size();
    }

    /** Where the alarming rows are, by index. */
    public Alarms alarms() {
        return alarms;
    }

    /** Time of the row at {@code index}. */
    public long timeNanos(int at) {
        return trace.timeNanos(rows.row(at));
    }

    /** Row of the trace at {@code index}. */
    public int row(int at) {
        return rows.row(at);
    }

    /** Sets the bit of each client's lane, by its number, that has a row from one index on and before another. */
    public void busy(int from, int to, long[] lanes) {
        int end = Math.min(to, rows.size());
        if (rows instanceof ShownRows.All && end - from > Activity.BLOCK) {
            index.activity.collect(from, end, lanes);
            return;
        }
        for (int i = from; i < end; i++) {
            int lane = index.lanes.client(trace, rows.row(i));
            if (lane != Lanes.NONE && lane / Long.SIZE < lanes.length) {
                lanes[lane / Long.SIZE] |= 1L << lane;
            }
        }
    }

    /** How many words {@link #busy} fills. */
    public int words() {
        return index.lanes.all().size() / Long.SIZE + 1;
    }
}
