package dev.fourshake.model.finding.delivery;

import java.util.HashSet;
import java.util.Set;

/**
 * Answers of one kind that a side owes, in the order in which they are due: what answers in order, as nearly all do,
 * takes the first. Writer's thread only.
 */
final class OwedAnswers {

    static final int NONE = -1;
    private static final int SMALL = 4;

    private static final long[] EMPTY = {};

    /** Packet Identifiers above rows, in one array, as there are many connections and each is far from the others. */
    private long[] owed = EMPTY;
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
        return packetId(owed[first]);
    }

    /** Row of the packet that the oldest is owed for. */
    int oldestRow() {
        return row(owed[first]);
    }

    /** @param row of the packet that is to be answered, above all before it */
    void owe(int packetId, int row) {
        if (count == owed.length) {
            grow();
        }
        owed[place(count++)] = (long) packetId << Integer.SIZE | row;
    }

    private static int packetId(long owed) {
        return (int) (owed >>> Integer.SIZE);
    }

    private static int row(long owed) {
        return (int) owed;
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
        int row = row(owed[place(index)]);
        for (int i = index; i > 0; i--) {
            owed[place(i)] = owed[place(i - 1)];
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
            if (packetId(owed[place(i)]) == packetId) {
                return i;
            }
        }
        return NONE;
    }

    private int place(int index) {
        return first + index & owed.length - 1;
    }

    private void grow() {
        long[] older = owed;
        owed = new long[Math.max(SMALL, count * 2)];
        for (int i = 0; i < count; i++) {
            owed[i] = older[first + i & count - 1];
        }
        first = 0;
    }
}
