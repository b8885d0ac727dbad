package dev.fourshake.model.trace;

import dev.fourshake.model.packet.Packet;
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

    /**
     * A frame that is held.
     *
     * @param number of its row
     * @param row    as it was made
     * @param packet null where its format is broken, and where it is none
     */
    record Held(int number, Row row, Packet packet) {
    }

    private final AppendList<Hold> holds = new AppendList<>();
    private final Map<Long, Held> byHoldId = new LinkedHashMap<>();
    private List<Integer> view = List.of();
    private boolean changed;

    void hold(long holdId, int number, Row row, Packet packet) {
        byHoldId.put(holdId, new Held(number, row.copy(), packet));
        holds.add(new Hold(number, holdId));
        changed = true;
    }

    /** The frame that leaves; null where none is held under this number. */
    Held release(long holdId, int link) {
        Held held = byHoldId.get(holdId);
        if (held == null || held.row().link != link) {
            return null;
        }
        byHoldId.remove(holdId);
        changed = true;
        return held;
    }

    /** A link has ended: its frames are gone. */
    void ended(int link) {
        changed |= byHoldId.values().removeIf(held -> held.row().link == link);
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
            view = byHoldId.values().stream().map(Held::number).toList();
            changed = false;
        }
        return view;
    }
}
