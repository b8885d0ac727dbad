package dev.fourshake.model.dissect;

import dev.fourshake.model.wire.Bytes;
import java.util.Arrays;

/**
 * Good Topic Names that were read before, each with a number from 1 on, found by their bytes: a device says the same
 * few again and again, and so they are judged and made texts of once. Not for several threads.
 */
final class TopicNames {

    /** No number. */
    static final int NONE = 0;

    /** So many are remembered. */
    private static final int MOST = 1 << 20;

    /** By their numbers. */
    private byte[][] bytes = new byte[256][];
    private String[] names = new String[256];
    private int count;
    /** A name's hash above its number: where the hashes differ the bytes need not be looked at. 0 is free. */
    private long[] table = new long[1024];

    /** The number of a name, or {@link #NONE}. */
    int find(Bytes packet, int from, int length) {
        int hash = hash(packet, from, length);
        int at = hash & table.length - 1;
        while (table[at] != 0) {
            if ((int) (table[at] >>> Integer.SIZE) == hash && packet.isAt(from, length, bytes[(int) table[at]])) {
                return (int) table[at];
            }
            at = at + 1 & table.length - 1;
        }
        return NONE;
    }

    String name(int number) {
        return names[number];
    }

    /** Remembers a name that is not known; its number, or {@link #NONE} where there are too many. */
    int add(Bytes packet, int from, int length, String name) {
        if (count == MOST) {
            return NONE;
        }
        count++;
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            bytes = Arrays.copyOf(bytes, count * 2);
        }
        names[count] = name;
        bytes[count] = packet.slice(from, length).toArray();
        if (count * 2 > table.length) {
            grow();
        }
        put((long) hash(packet, from, length) << Integer.SIZE | count);
        return count;
    }

    private void grow() {
        long[] before = table;
        table = new long[before.length * 2];
        for (long entry : before) {
            if (entry != 0) {
                put(entry);
            }
        }
    }

    private void put(long entry) {
        int at = (int) (entry >>> Integer.SIZE) & table.length - 1;
        while (table[at] != 0) {
            at = at + 1 & table.length - 1;
        }
        table[at] = entry;
    }

    private static int hash(Bytes packet, int from, int length) {
        long fingerprint = packet.fingerprint(from, length);
        return (int) (fingerprint ^ fingerprint >>> Integer.SIZE);
    }
}
