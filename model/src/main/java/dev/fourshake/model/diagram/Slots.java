package dev.fourshake.model.diagram;

import dev.fourshake.model.trace.TraceSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the bars of exchanges stand that are in flight at the same time. Each lifeline has {@value #COUNT} slots on
 * either side; an exchange takes the first free one when it begins and keeps it to its end, so that a bar never moves.
 * What finds no slot is drawn together with the others that found none. For one thread.
 */
final class Slots {

    static final int COUNT = 4;
    /** In flight, but there was no slot. */
    static final int CROWD = COUNT;
    /** Not drawn as a bar. */
    static final int NONE = -1;

    /** The slots of one side of one lifeline: which exchange holds each. */
    private final List<int[]> holders = new ArrayList<>();

    /**
     * A slot for an exchange that begins at {@code row}.
     *
     * @param place number of the side of the lifeline
     */
    int take(TraceSnapshot trace, int place, int exchange, int row) {
        while (holders.size() <= place) {
            int[] free = new int[COUNT];
            Arrays.fill(free, NONE);
            holders.add(free);
        }
        int[] slots = holders.get(place);
        for (int slot = 0; slot < COUNT; slot++) {
            if (slots[slot] == NONE || isOver(trace, slots[slot], row)) {
                slots[slot] = exchange;
                return slot;
            }
        }
        return CROWD;
    }

    private static boolean isOver(TraceSnapshot trace, int exchange, int row) {
        int finished = trace.finishedAt(exchange);
        return finished >= 0 && finished < row;
    }
}
