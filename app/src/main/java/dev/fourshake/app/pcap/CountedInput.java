package dev.fourshake.app.pcap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Counts the bytes that are read of a file. One thread reads; any may ask. */
final class CountedInput extends FilterInputStream {

    private volatile long count;

    CountedInput(InputStream in) {
        super(new PushbackInputStream(in, 2));
    }

    /** Whether the next two bytes are these; they can still be read. */
    boolean startsWith(int twoBytes) throws IOException {
        byte[] head = new byte[2];
        int there = in.readNBytes(head, 0, 2);
        ((PushbackInputStream) in).unread(head, 0, there);
        return there == 2 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) == twoBytes;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            count++;
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            count += read;
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
