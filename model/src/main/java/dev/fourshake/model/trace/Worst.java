package dev.fourshake.model.trace;

import java.util.Arrays;

/**
 * Finds the worst severity and judgement of any range of rows in logarithmic time: a forest in which each node holds
 * the worst of its 64 children, the rows being the leaves. A byte a node: severity and judgement, four bits each.
 * One thread adds; a {@link #view()} asks only for rows that it knows, and nodes that are whole for it never change.
 */
final class Worst {

    private static final int BITS = 6;
    private static final int LEVELS = 6;

    private final byte[][] levels;
    private int count;

    Worst() {
        levels = new byte[LEVELS][];
        for (int level = 0; level < LEVELS; level++) {
            levels[level] = new byte[level == 0 ? 1024 : 16];
        }
    }

    private Worst(byte[][] levels, int count) {
        this.levels = levels;
        this.count = count;
    }

    Worst view() {
        return new Worst(levels.clone(), count);
    }

    void add(int severity, int judgement) {
        byte leaf = (byte) (severity << 4 | judgement);
        for (int level = 0; level < LEVELS; level++) {
            int node = count >> level * BITS;
            if (node == levels[level].length) {
                levels[level] = Arrays.copyOf(levels[level], node * 2);
            }
            levels[level][node] = worse(levels[level][node], leaf);
        }
        count++;
    }

    /** The worst of the rows from {@code from} (included) to {@code to} (excluded). */
    Overview of(int from, int to) {
        int at = Math.max(from, 0);
        int end = Math.min(to, count);
        byte worst = 0;
        while (at < end) {
            int level = 0;
            while (level + 1 < LEVELS && isWhole(at, level + 1, end)) {
                level++;
            }
            worst = worse(worst, levels[level][at >> level * BITS]);
            at += 1 << level * BITS;
        }
        return Overview.of(worst >> 4, worst & 0x0F);
    }

    private static boolean isWhole(int at, int level, int end) {
        long size = 1L << level * BITS;
        return (at & size - 1) == 0 && at + size <= end;
    }

    private static byte worse(byte a, byte b) {
        return (byte) (Math.max(a & 0xF0, b & 0xF0) | Math.max(a & 0x0F, b & 0x0F));
    }
}
