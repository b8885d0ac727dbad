package dev.fourshake.model.finding.practice;

import java.util.Arrays;

/**
 * How often the same fault was seen, by a small number that stands for it (a session, a link). What repeats is told at
 * the 1st, 10th, 100th… time: one finding a packet would bury all others. Writer's thread only.
 */
final class Recurrence {

    private int[] counts = new int[16];

    /** Counts it; whether it is to be told now. */
    boolean isToTell(int key) {
        if (key >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(key + 1, counts.length * 2));
        }
        return isPowerOfTen(++counts[key]);
    }

    /** How often so far. */
    int count(int key) {
        return key < counts.length ? counts[key] : 0;
    }

    private static boolean isPowerOfTen(int count) {
        int power = 1;
        while (power < count && power <= Integer.MAX_VALUE / 10) {
            power *= 10;
        }
        return power == count;
    }
}
