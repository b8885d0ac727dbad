package dev.fourshake.model.finding.practice;

/** The moments of the last few events of one kind, to tell whether they come too thick. */
final class Storm {

    private final long[] times;
    private final int[] rows;
    private int count;

    /** @param size so many events within a time are too many */
    Storm(int size) {
        times = new long[size];
        rows = new int[size];
    }

    /** One more; whether it and those before it, as many as are too many, came within {@code nanos}. */
    boolean add(long nowNanos, int row, long nanos) {
        times[count % times.length] = nowNanos;
        rows[count % rows.length] = row;
        count++;
        return count >= times.length && nowNanos - times[count % times.length] <= nanos;
    }

    /** Rows of the last events. */
    int[] rows() {
        return rows.clone();
    }
}
