package dev.fourshake.app.pcap;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a packet capture, in arrays that nobody writes a second time: what lies in them may be handed on as it
 * is. Not for several threads.
 */
final class ByteSource implements Closeable {

    private static final int BLOCK = 1 << 18;

    private final InputStream in;
    private byte[] array = new byte[BLOCK];
    private int position;
    private int limit;
    /** Bytes of the file before the array. */
    private long before;

    ByteSource(InputStream in) {
        this.in = in;
    }

    /**
     * Makes the next bytes lie in one piece.
     *
     * @return false where the file ends before
     */
    boolean has(int count) throws IOException {
        return limit - position >= count || fill(count);
    }

    private boolean fill(int count) throws IOException {
        int rest = limit - position;
        byte[] next = new byte[Math.max(BLOCK, count)];
        System.arraycopy(array, position, next, 0, rest);
        before += position;
        array = next;
        position = 0;
        limit = rest;
        try {
            while (limit < count) {
                int read = in.read(array, limit, array.length - limit);
                if (read < 0) {
                    return false;
                }
                limit += read;
            }
        } catch (EOFException _) {
            // A gzip file that is cut off.
            return false;
        }
        return true;
    }

    byte[] array() {
        return array;
    }

    /** Where in the array the next byte is. */
    int position() {
        return position;
    }

    /** Which byte of the (unpacked) file the next one is, from 0. */
    long offset() {
        return before + position;
    }

    /** How many bytes are there before the end of the file, once {@link #has} was false. */
    int rest() {
        return limit - position;
    }

    /** Passes over bytes that {@link #has} has promised. */
    void pass(int count) {
        position += count;
    }

    /**
     * Passes over any number of bytes, without keeping them.
     *
     * @return false where the file ends before
     */
    boolean skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            int step = (int) Math.min(left, BLOCK);
            if (!has(step)) {
                pass(rest());
                return false;
            }
            pass(step);
            left -= step;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
