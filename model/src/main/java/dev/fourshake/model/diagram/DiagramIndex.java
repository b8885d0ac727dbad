package dev.fourshake.model.diagram;

import dev.fourshake.model.trace.TraceSnapshot;
import java.util.List;

/**
 * What a diagram must know of a trace beyond the rows that it shows: folded once, row by row, and extended as the
 * trace grows (some tens of nanoseconds a row). All else is read from the snapshot for the visible rows only.
 *
 * <p>For one thread, and for one trace: a new trace needs a new index.
 */
public final class DiagramIndex {

    final Lanes lanes = new Lanes();
    final Bars bars = new Bars();
    final Holds holds = new Holds();
    final Presence presence = new Presence();
    final Activity activity = new Activity();
    private final Alarms alarms = new Alarms();
    private int rows;

    /**
     * Takes in what a newer snapshot of the same trace has more.
     *
     * @param atMost how many rows are taken at most
     * @return whether it is now up to date
     */
    public boolean extend(TraceSnapshot trace, int atMost) {
        int end = (int) Math.min(trace.rowCount(), (long) rows + atMost);
        for (; rows < end; rows++) {
            fold(trace, rows);
        }
        return rows == trace.rowCount();
    }

    /** Takes in all. */
    public void extend(TraceSnapshot trace) {
        extend(trace, Integer.MAX_VALUE);
    }

    /** How many rows have been taken in: only these can be drawn. */
    public int rows() {
        return rows;
    }

    /** Where the alarming rows are. */
    public Alarms alarms() {
        return alarms;
    }

    /** All lanes from left to right. */
    public List<Lane> lanes() {
        return lanes.inOrder();
    }

    /** Changes with every lane that appears or moves. */
    public int lanesRevision() {
        return lanes.revision();
    }

    /** How alarming a row is, as far as this index knows. */
    Alarm alarm(TraceSnapshot trace, int row) {
        return holds.isCut(row) ? Alarm.worst(Alarm.LOST, Alarm.of(trace, row)) : Alarm.of(trace, row);
    }

    private void fold(TraceSnapshot trace, int row) {
        lanes.fold(trace, row);
        alarms.note(row, Alarm.of(trace, row));
        holds.fold(trace, row, cut -> alarms.note(cut, alarm(trace, cut)));
        int client = lanes.client(trace, row);
        if (client == Lanes.NONE) {
            return;
        }
        activity.note(row, client);
        presence.fold(trace, row, client);
        if (trace.exchangeId(row) >= 0) {
            boolean right = lanes.all().get(client).side() == Lane.Side.RIGHT;
            bars.fold(trace, row, 2 * client, 2 * lanes.broker(trace, row) + (right ? 1 : 0));
        }
    }
}
