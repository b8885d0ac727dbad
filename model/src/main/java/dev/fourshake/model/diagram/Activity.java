package dev.fourshake.model.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which lanes have a row in each block of {@value #BLOCK} rows, one bit a lane: what an overview of millions of rows
 * is drawn from. For one thread.
 */
final class Activity {

    static final int BLOCK = 64;

    private final List<long[]> blocks = new ArrayList<>();

    void note(int row, int lane) {
        int block = row / BLOCK;
        while (blocks.size() <= block) {
            blocks.add(new long[0]);
        }
        long[] mask = blocks.get(block);
        if (mask.length <= lane / Long.SIZE) {
            mask = Arrays.copyOf(mask, lane / Long.SIZE + 1);
            blocks.set(block, mask);
        }
        mask[lane / Long.SIZE] |= 1L << lane;
    }

    /** Adds to {@code lanes} the lanes of all blocks that reach into the rows. */
    void collect(int from, int to, long[] lanes) {
        int last = Math.min(blocks.size() - 1, (to - 1) / BLOCK);
        for (int block = from / BLOCK; block <= last; block++) {
            long[] mask = blocks.get(block);
            for (int i = Math.min(mask.length, lanes.length) - 1; i >= 0; i--) {
                lanes[i] |= mask[i];
            }
        }
    }
}
