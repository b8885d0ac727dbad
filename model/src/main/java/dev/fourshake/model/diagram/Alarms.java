package dev.fourshake.model.diagram;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where the alarming rows are: an ascending list for each {@link Alarm}, so that the worst and the exact number of
 * any range are found by bisection, however many rows it spans. Most rows alarm nobody and cost nothing here.
 * For one thread.
 */
public final class Alarms {

    private final Map<Alarm, IntList> rows = new EnumMap<>(Alarm.class);
    private int revision;

    Alarms() {
        for (Alarm alarm : Alarm.values()) {
            rows.put(alarm, new IntList());
        }
    }

    /** Changes with every row that becomes alarming, or more so. */
    public int revision() {
        return revision;
    }

    /** How many rows from {@code from} on and before {@code to} have just this alarm, which is not NONE. */
    public int count(Alarm alarm, int from, int to) {
        IntList list = rows.get(alarm);
        return list.size() == 0 ? 0 : list.lowerBound(to) - list.lowerBound(from);
    }

    /** The worst from {@code from} on and before {@code to}. */
    public Alarm worst(int from, int to) {
        Alarm[] all = Alarm.values();
        for (int i = all.length - 1; i > 0; i--) {
            if (count(all[i], from, to) > 0) {
                return all[i];
            }
        }
        return Alarm.NONE;
    }

    /** The first row after {@code row} that is at least as bad as {@code least}; -1 if there is none. */
    public int next(int row, Alarm least) {
        int next = Integer.MAX_VALUE;
        for (Alarm alarm : Alarm.values()) {
            IntList list = rows.get(alarm);
            int at = list.lowerBound(row + 1);
            if (alarm.compareTo(least) >= 0 && at < list.size()) {
                next = Math.min(next, list.get(at));
            }
        }
        return next == Integer.MAX_VALUE ? -1 : next;
    }

    /** The same, in the indexes of a filtered list: what the filter leaves out is not counted. */
    public Alarms within(ShownRows shown) {
        if (shown instanceof ShownRows.All) {
            return this;
        }
        Alarms result = new Alarms();
        rows.forEach((alarm, list) -> {
            for (int i = 0; i < list.size(); i++) {
                int index = shown.indexOf(list.get(i));
                if (index < shown.size() && shown.row(index) == list.get(i)) {
                    result.rows.get(alarm).add(index);
                }
            }
        });
        return result;
    }

    /** Notes what a row is now. It may have been noted before, as something less bad. */
    void note(int row, Alarm alarm) {
        if (alarm == Alarm.NONE) {
            return;
        }
        Alarm before = worst(row, row + 1);
        if (before != alarm) {
            rows.get(before).remove(row);
            rows.get(alarm).insert(row);
            revision++;
        }
    }
}
