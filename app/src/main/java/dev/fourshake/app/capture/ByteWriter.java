package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A byte array that grows, with the few ways of writing that the block format knows. */
final class ByteWriter {

    private byte[] array;
    private int size;

    ByteWriter(int capacity) {
        array = new byte[capacity];
    }

    int size() {
        return size;
    }

    byte[] array() {
        return array;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    void u8(int value) {
        reserve(1);
        array[size++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; the top bit says that more follow. Unsigned: a negative takes ten bytes. */
    void varint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            array[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        array[size++] = (byte) rest;
    }

    /** As {@link #varint}, with small negative numbers as short as small positive ones. */
    void signed(long value) {
        varint(value << 1 ^ value >> 63);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        bytes(utf8, 0, utf8.length);
    }

    void bytes(Bytes bytes) {
        reserve(bytes.length());
        bytes.copyTo(0, array, size, bytes.length());
        size += bytes.length();
    }

    void bytes(byte[] bytes, int from, int count) {
        reserve(count);
        System.arraycopy(bytes, from, array, size, count);
        size += count;
    }

    /** Leaves room for what is written later. */
    void skip(int count) {
        reserve(count);
        size += count;
    }

    private void reserve(int count) {
        if (array.length - size < count) {
            array = Arrays.copyOf(array, Math.max(size + count, size + (size >> 1)));
        }
    }
}
