package dev.fourshake.model.finding.delivery;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Answers of one kind that a side owes, in the order in which they are due. A queue in columns: what answers in order,
 * as nearly all do, takes the first. Writer's thread only.
 */
final class OwedAnswers {

    static final int NONE = -1;
    private static final int SMALL = 4;

    private static final int[] EMPTY = {};

    private int[] packetIds = EMPTY;
    private int[] rows = EMPTY;
    /** The first; the places are used in a circle. */
    private int first;
    private int count;
    /** Null where there was none, as on nearly all connections. */
    private Set<Integer> carriedOver;

    boolean isEmpty() {
        return count == 0;
    }

    /** Packet Identifier of the oldest. */
    int oldestPacketId() {
        return packetIds[first];
    }

    /** Row of the packet that the oldest is owed for. */
    int oldestRow() {
        return rows[first];
    }

    /** @param row of the packet that is to be answered, above all before it */
    void owe(int packetId, int row) {
        if (count == rows.length) {
            grow();
        }
        int at = place(count++);
        packetIds[at] = packetId;
        rows[at] = row;
    }

    /** Whether it is asked for the first time about an exchange that goes on from an earlier connection. */
    boolean isFirst(int exchange) {
        if (carriedOver == null) {
            carriedOver = new HashSet<>();
        }
        return carriedOver.add(exchange);
    }

    /**
     * Takes out the answer with this Packet Identifier.
     *
     * @return the row of the packet that it answers, or {@link #NONE}
     */
    int answer(int packetId) {
        int index = find(packetId);
        if (index == NONE) {
            return NONE;
        }
        int row = rows[place(index)];
        for (int i = index; i > 0; i--) {
            packetIds[place(i)] = packetIds[place(i - 1)];
            rows[place(i)] = rows[place(i - 1)];
        }
        forgetOldest();
        return row;
    }

    void forgetOldest() {
        first = place(1);
        count--;
    }

    private int find(int packetId) {
        for (int i = 0; i < count; i++) {
            if (packetIds[place(i)] == packetId) {
                return i;
            }
        }
        return NONE;
    }

    private int place(int index) {
        return first + index & rows.length - 1;
    }

    private void grow() {
        int[] olderIds = packetIds;
        int[] olderRows = rows;
        int length = Math.max(SMALL, count * 2);
        packetIds = Arrays.copyOf(olderIds, length);
        rows = Arrays.copyOf(olderRows, length);
        for (int i = 0; i < count; i++) {
            packetIds[i] = olderIds[first + i & count - 1];
            rows[i] = olderRows[first + i & count - 1];
        }
        first = 0;
    }
}
