package dev.fourshake.model.diagram;

import dev.fourshake.model.trace.TraceSnapshot;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The lifelines that a diagram shows, from left to right. */
public record LaneSet(List<Lane> lanes) {

    public LaneSet {
        lanes = List.copyOf(lanes);
    }

    /** All that the trace has. */
    public static LaneSet all(DiagramIndex index) {
        return new LaneSet(index.lanes());
    }

    /** Those of the rows from index {@code from} on and before index {@code to}, in the same order as all. */
    public static LaneSet of(TraceSnapshot trace, DiagramIndex index, ShownRows rows, int from, int to) {
        BitSet used = new BitSet();
        for (int i = from; i < to; i++) {
            int row = rows.row(i);
            used.set(index.lanes.broker(trace, row));
            int client = index.lanes.client(trace, row);
            if (client != Lanes.NONE) {
                used.set(client);
            }
        }
        return new LaneSet(index.lanes().stream().filter(lane -> used.get(lane.number())).toList());
    }

    /** For each lane number its position here, -1 where it is hidden. */
    int[] positions() {
        int[] positions = new int[lanes.stream().mapToInt(Lane::number).max().orElse(-1) + 1];
        Arrays.fill(positions, -1);
        for (int i = 0; i < lanes.size(); i++) {
            positions[lanes.get(i).number()] = i;
        }
        return positions;
    }
}
