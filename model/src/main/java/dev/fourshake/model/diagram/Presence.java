package dev.fourshake.model.diagram;

import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.LinkEnded;
import java.util.ArrayList;
import java.util.List;

/** When each client was connected: a lifeline is solid then, and faint while the client is away. For one thread. */
final class Presence {

    /** For each lane the rows at which it came and went, in turn. */
    private final List<IntList> changes = new ArrayList<>();
    /** For each lane the link it is connected by: after a take-over the end of the old link means nothing. */
    private final IntList linkOfLane = new IntList();

    /** Takes in a row of a client's lane; they come in order. */
    void fold(TraceSnapshot trace, int row, int lane) {
        while (changes.size() <= lane) {
            changes.add(new IntList());
        }
        IntList rows = changes.get(lane);
        boolean here = rows.size() % 2 == 1;
        int link = trace.link(row);
        if (trace.kind(row) == RowKind.LINK_ENDED) {
            if (here && linkOfLane.getOr(lane, Lanes.NONE) == link
                    && trace.event(row) instanceof LinkEnded end && end.isFinal()) {
                rows.add(row);
            }
        } else if (trace.kind(row) == RowKind.PACKET || trace.kind(row) == RowKind.OPAQUE) {
            linkOfLane.put(lane, link, Lanes.NONE);
            if (!here) {
                rows.add(row);
            }
        }
    }

    /** Whether the client was connected just after {@code row}. */
    boolean isHere(int lane, int row) {
        return lane < changes.size() && changes.get(lane).lowerBound(row + 1) % 2 == 1;
    }

    /** The first row after {@code row} at which this changes; the greatest number if it does not. */
    int nextChange(int lane, int row) {
        if (lane >= changes.size()) {
            return Integer.MAX_VALUE;
        }
        IntList rows = changes.get(lane);
        int at = rows.lowerBound(row + 1);
        return at < rows.size() ? rows.get(at) : Integer.MAX_VALUE;
    }
}
