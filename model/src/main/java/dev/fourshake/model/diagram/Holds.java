package dev.fourshake.model.diagram;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import java.util.function.IntConsumer;

/** The packets that stood at the tap, from when to when. For one thread. */
final class Holds {

    private static final int NOT_CUT = -1;

    /** Rows at which a packet was held. */
    private final IntList held = new IntList();
    /** Rows at which their links ended with them still held; {@link #NOT_CUT} for most. */
    private final IntList cut = new IntList();
    /** Indexes of those that have not left yet. */
    private final IntList waiting = new IntList();

    /**
     * Takes in a row; they come in order.
     *
     * @param onCut told of rows whose packet is lost, for their link ended
     */
    void fold(TraceSnapshot trace, int row, IntConsumer onCut) {
        switch (trace.kind(row)) {
            case PACKET, OPAQUE -> {
                if (trace.fate(row) == Frame.Fate.HELD) {
                    waiting.add(held.size());
                    held.add(row);
                    cut.add(NOT_CUT);
                }
            }
            case RELEASED -> waiting.remove(held.lowerBound(trace.heldAt(row)));
            case LINK_ENDED -> {
                if (waiting.size() > 0 && trace.event(row) instanceof LinkEnded end && end.isFinal()) {
                    cut(trace, end.link(), row, onCut);
                }
            }
            case LINK_OPENED, MISSED -> { }
        }
    }

    private void cut(TraceSnapshot trace, int link, int row, IntConsumer onCut) {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            int hold = waiting.get(i);
            if (trace.link(held.get(hold)) == link) {
                cut.set(hold, row);
                waiting.remove(hold);
                onCut.accept(held.get(hold));
            }
        }
    }

    /** How many packets were ever held. */
    int size() {
        return held.size();
    }

    /** Row at which a packet was held. */
    int row(int hold) {
        return held.get(hold);
    }

    /** Row at which it left, or its link ended; -1 while it is held. */
    int end(TraceSnapshot trace, int hold) {
        int released = trace.releasedAt(held.get(hold));
        return released >= 0 ? released : cut.get(hold);
    }

    /** Whether the packet of a row was still held when its link ended: it is lost. */
    boolean isCut(int row) {
        int hold = held.lowerBound(row);
        return hold < held.size() && held.get(hold) == row && cut.get(hold) != NOT_CUT;
    }
}
