package dev.fourshake.model.exchange;

import java.util.Arrays;

/**
 * Skips exchanges that were finished long ago: two levels over the rows at which exchanges were finished, each block
 * holding the last such row of its 64 (or 4,096) exchanges, or {@link ExchangeLog#OPEN} while one of them is open.
 *
 * <p>A reader may look while the writer goes on: a block only ever changes from "open" to a row that is newer than
 * all rows the reader knows, and both say "look inside".
 */
final class Unfinished {

    private static final int BITS = 6;

    private final Level inner;
    private final Level outer;

    Unfinished() {
        this(new Level(BITS), new Level(2 * BITS));
    }

    private Unfinished(Level inner, Level outer) {
        this.inner = inner;
        this.outer = outer;
    }

    Unfinished view() {
        return new Unfinished(inner.view(), outer.view());
    }

    void add() {
        inner.add();
        outer.add();
    }

    void finish(int id, int row) {
        inner.finish(id, row);
        outer.finish(id, row);
    }

    /** The first exchange from {@code id} on that may have been open at {@code row}. */
    int next(int id, int row) {
        int at = id;
        while (true) {
            if ((at & (1 << 2 * BITS) - 1) == 0 && outer.isOver(at, row)) {
                at += 1 << 2 * BITS;
            } else if ((at & (1 << BITS) - 1) == 0 && inner.isOver(at, row)) {
                at += 1 << BITS;
            } else {
                return at;
            }
        }
    }

    /** Blocks of one size. */
    private static final class Level {

        private final int bits;
        private int[] lastFinished;
        private int[] left;
        private int count;

        Level(int bits) {
            this.bits = bits;
            this.lastFinished = new int[16];
            this.left = new int[16];
        }

        private Level(int bits, int[] lastFinished, int count) {
            this.bits = bits;
            this.lastFinished = lastFinished;
            this.count = count;
        }

        Level view() {
            return new Level(bits, lastFinished, count);
        }

        void add() {
            int block = count++ >> bits;
            if (block == lastFinished.length) {
                lastFinished = Arrays.copyOf(lastFinished, block * 2);
                left = Arrays.copyOf(left, block * 2);
            }
            if ((count - 1 & (1 << bits) - 1) == 0) {
                lastFinished[block] = ExchangeLog.OPEN;
                left[block] = 1 << bits;
            }
        }

        /** Rows only grow, so that the last exchange to finish is the one that counts. */
        void finish(int id, int row) {
            if (--left[id >> bits] == 0) {
                lastFinished[id >> bits] = row;
            }
        }

        /** Whether all exchanges of the block that begins with {@code id} were finished before {@code row}. */
        boolean isOver(int id, int row) {
            return id < count && lastFinished[id >> bits] < row;
        }
    }
}
