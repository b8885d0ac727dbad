package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.Alarms;
import dev.fourshake.model.diagram.Buckets;
import dev.fourshake.model.diagram.DiagramIndex;
import dev.fourshake.model.diagram.LaneSet;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.PageLayout;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.List;
import java.util.function.IntPredicate;

/** The trace that is shown, with what is derived from it as it grows. For the JavaFX thread, without the toolkit. */
final class DiagramModel {

    /** So many rows are taken in during one frame: some milliseconds. */
    private static final int ROWS_A_FRAME = 100_000;
    /** The lifelines of so many rows together are shown when only the busy ones are. */
    private static final int BUSY_BLOCK = 32;

    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    private DiagramIndex index = new DiagramIndex();
    private ShownRows rows = ShownRows.all(0);
    private int[] filter;
    private int filterSize;
    private boolean busyLanesOnly;
    private LaneSet lanes = new LaneSet(List.of());
    private int lanesRevision = -1;
    private Alarms alarms = index.alarms();
    private int alarmsRevision = -1;

    /** Forgets the trace: another one comes. */
    void reset() {
        index = new DiagramIndex();
        trace = TraceSnapshot.EMPTY;
        filter = null;
        lanesRevision = -1;
        alarmsRevision = -1;
        derive();
    }

    /**
     * Takes over a newer snapshot, or one that is shorter: a replay has stepped back.
     *
     * @return whether all of it is taken in; else this is to be called again in the next frame
     */
    boolean show(TraceSnapshot snapshot) {
        if (snapshot.rowCount() < index.rows() || snapshot.revision() < trace.revision()) {
            int[] kept = filter;
            int size = filterSize;
            reset();
            filter = kept;
            filterSize = size;
        }
        trace = snapshot;
        boolean complete = index.extend(snapshot, ROWS_A_FRAME);
        derive();
        return complete;
    }

    /**
     * The other exchanges that carry the message of this one: how it came to the broker, and from there to each
     * subscriber. None where that is not known.
     */
    IntPredicate sameMessage(int exchange) {
        int publisher = publisherOf(exchange);
        return other -> publisher >= 0 && other != exchange && publisherOf(other) == publisher;
    }

    private int publisherOf(int exchange) {
        return exchange < 0 || exchange >= trace.exchangeCount() ? -1 : trace.publisherOf(exchange);
    }

    /** @param ascending rows to show, or null for all */
    void filter(int[] ascending, int size) {
        filter = ascending;
        filterSize = size;
        lanesRevision = -1;
        alarmsRevision = -1;
        derive();
    }

    void busyLanesOnly(boolean on) {
        busyLanesOnly = on;
        lanesRevision = -1;
        derive();
    }

    private void derive() {
        if (filter == null) {
            rows = ShownRows.all(index.rows());
        } else {
            ShownRows all = ShownRows.of(filter, filterSize);
            rows = ShownRows.of(filter, all.indexOf(index.rows()));
        }
        if (lanesRevision != index.lanesRevision()) {
            lanesRevision = index.lanesRevision();
            lanes = filter == null ? LaneSet.all(index) : LaneSet.of(trace, index, rows, 0, rows.size());
        }
        if (alarmsRevision != index.alarms().revision()) {
            alarmsRevision = index.alarms().revision();
            alarms = index.alarms().within(rows);
        }
    }

    TraceSnapshot trace() {
        return trace;
    }

    ShownRows rows() {
        return rows;
    }

    DiagramIndex index() {
        return index;
    }

    /** Where the alarming rows are, by index. */
    Alarms alarms() {
        return alarms;
    }

    /** The lifelines to be shown while rows from {@code first} on are in sight. */
    LaneSet lanes(int first, int count) {
        if (!busyLanesOnly) {
            return lanes;
        }
        int from = Math.clamp(first / BUSY_BLOCK * BUSY_BLOCK, 0, rows.size());
        int to = Math.clamp(((first + count) / BUSY_BLOCK + 1) * (long) BUSY_BLOCK, from, rows.size());
        return LaneSet.of(trace, index, rows, from, to);
    }

    Page page(LaneSet shown, int first, int count) {
        return PageLayout.page(trace, index, rows, shown, first, count);
    }

    Buckets buckets() {
        return new Buckets(trace, index, rows, alarms);
    }
}
