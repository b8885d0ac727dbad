package dev.fourshake.model.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a packet that is not whole yet. Large parts are kept as they are, small ones are gathered in blocks, so
 * that neither a packet that comes byte by byte costs an object a byte, nor one of 100 MiB is copied more than once. A
 * small packet whose length is known gets a block of that length, which it is when it is whole.
 */
final class Unfinished {

    private static final int FIRST_BLOCK = 64;
    private static final int LARGE = 4096;

    private final List<Bytes> parts = new ArrayList<>();
    private byte[] block;
    private int blockUsed;
    private int length;

    int length() {
        return length;
    }

    /** @param whole how long the packet is said to be; below 1 where that is not known yet */
    void add(Bytes part, long whole) {
        length = Math.addExact(length, part.length());
        if (part.length() >= LARGE) {
            closeBlock();
            parts.add(part);
            return;
        }
        int from = 0;
        while (from < part.length()) {
            if (block == null || blockUsed == block.length) {
                openBlock(whole - length + part.length() - from);
            }
            int count = Math.min(part.length() - from, block.length - blockUsed);
            part.copyTo(from, block, blockUsed, count);
            blockUsed += count;
            from += count;
        }
    }

    /** All bytes in one piece; there are none left then. */
    Bytes take() {
        if (parts.isEmpty() && block != null && blockUsed == block.length) {
            return taken(block);
        }
        closeBlock();
        byte[] whole = new byte[length];
        int at = 0;
        for (Bytes part : parts) {
            part.copyTo(0, whole, at, part.length());
            at += part.length();
        }
        parts.clear();
        return taken(whole);
    }

    private Bytes taken(byte[] whole) {
        block = null;
        blockUsed = 0;
        length = 0;
        return Bytes.of(whole);
    }

    /** @param missing how much of the packet is to come, if that is known: never believed for more than a block */
    private void openBlock(long missing) {
        int size = block == null ? FIRST_BLOCK : Math.min(LARGE, 2 * block.length);
        closeBlock();
        block = new byte[missing > 0 && missing <= LARGE ? (int) missing : size];
    }

    private void closeBlock() {
        if (block != null) {
            parts.add(Bytes.of(block, 0, blockUsed));
        }
        block = null;
        blockUsed = 0;
    }
}
