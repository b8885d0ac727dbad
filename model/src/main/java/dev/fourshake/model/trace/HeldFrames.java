package dev.fourshake.model.trace;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frames that the tap holds now, by their hold number. Writer's thread only. */
final class HeldFrames {

    /** A HELD row and its number. */
    record Hold(int row, long holdId) {
    }

    private record Held(int link, int row) {
    }

    private final AppendList<Hold> holds = new AppendList<>();
    private final Map<Long, Held> byHoldId = new LinkedHashMap<>();
    private List<Integer> view = List.of();
    private boolean changed;

    void hold(long holdId, int link, int row) {
        byHoldId.put(holdId, new Held(link, row));
        holds.add(new Hold(row, holdId));
        changed = true;
    }

    /** The row of the frame that leaves, -1 where none is held under this number. */
    int release(long holdId, int link) {
        Held held = byHoldId.get(holdId);
        if (held == null || held.link() != link) {
            return -1;
        }
        byHoldId.remove(holdId);
        changed = true;
        return held.row();
    }

    /** A link has ended: its frames are gone. */
    void ended(int link) {
        changed |= byHoldId.values().removeIf(held -> held.link() == link);
    }

    /** All holds there ever were, in the order of their rows. */
    List<Hold> holds() {
        return holds.view();
    }

    /** The hold number of a HELD row. */
    static long holdId(List<Hold> holds, int row) {
        int found = Collections.binarySearch(holds, new Hold(row, 0), Comparator.comparingInt(Hold::row));
        return holds.get(found).holdId();
    }

    /** Rows of all held frames, in order. */
    List<Integer> view() {
        if (changed) {
            view = byHoldId.values().stream().map(Held::row).toList();
            changed = false;
        }
        return view;
    }
}
