package dev.fourshake.model.trace;

import dev.fourshake.model.wire.Bytes;
import java.util.Arrays;
import java.util.List;

/**
 * The raw bytes of all frames. Small frames are copied one behind the other into blocks of a mebibyte (the first one
 * grows to that), so that a frame of four bytes does not keep the network buffer alive that it came in; large ones are
 * kept as they are. One thread adds; {@link #view()} is for readers.
 */
final class RawArena {

    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int LARGE = 1 << 14;
    /** Bytes of the first block at first: no small frame is larger. It grows by so much at a time. */
    private static final int FIRST = LARGE;
    private static final int GROWTH = 4;

    private final AppendList<Bytes> large;
    private final List<Bytes> largeView;
    private byte[][] blocks;
    private long end;
    private long largeBytes;

    RawArena() {
        this.large = new AppendList<>();
        this.largeView = null;
        this.blocks = new byte[4][];
    }

    private RawArena(byte[][] blocks, List<Bytes> largeView) {
        this.large = null;
        this.largeView = largeView;
        this.blocks = blocks;
    }

    RawArena view() {
        return new RawArena(blocks, large.view());
    }

    /** Keeps the bytes; returns where they are. */
    long add(Bytes raw) {
        int length = raw.length();
        if (length >= LARGE) {
            large.add(raw);
            largeBytes += length;
            return -large.size();
        }
        if ((end & BLOCK - 1) + length > BLOCK) {
            end = (end | BLOCK - 1) + 1;
        }
        int block = (int) (end >> BLOCK_BITS);
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block * 2);
        }
        int start = (int) end & BLOCK - 1;
        if (blocks[block] == null) {
            blocks[block] = new byte[block == 0 ? FIRST : BLOCK];
        }
        if (start + length > blocks[block].length) {
            // Readers keep the array in which the smaller one is: what they may ask for stands in it.
            blocks = blocks.clone();
            blocks[block] = Arrays.copyOf(blocks[block], blocks[block].length * GROWTH);
        }
        raw.copyTo(0, blocks[block], start, length);
        long position = end;
        end += length;
        return position;
    }

    /** How many bytes it takes. */
    long bytes() {
        return end + largeBytes;
    }

    Bytes get(long position, int length) {
        if (position < 0) {
            return (largeView == null ? large.view() : largeView).get((int) -position - 1);
        }
        return length == 0 ? Bytes.EMPTY
                : Bytes.of(blocks[(int) (position >> BLOCK_BITS)], (int) position & BLOCK - 1, length);
    }
}
