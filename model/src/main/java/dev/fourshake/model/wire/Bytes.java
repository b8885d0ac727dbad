package dev.fourshake.model.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable view of bytes: a range of an array that nobody writes any more. Slicing costs no copy, so that a field
 * of a 100 MiB packet is as cheap as one of a PINGREQ. Two views are equal if their bytes are.
 */
public final class Bytes {

    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** A view of the whole array, which the caller gives away: it must not be written any more. */
    public static Bytes of(byte... array) {
        return new Bytes(array, 0, array.length);
    }

    /** A view of a range of an array, which the caller gives away: the range must not be written any more. */
    public static Bytes of(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new Bytes(array, offset, length);
    }

    /** The bytes that {@code hex} names, two digits each, white space between them ignored. */
    public static Bytes ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex.replaceAll("\\s+", "")));
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at {@code index}, 0 to 255. */
    public int at(int index) {
        return array[offset + Objects.checkIndex(index, length)] & 0xFF;
    }

    /** The two bytes at {@code index}, the most significant first (MQTT 5.0 section 1.5.2). */
    public int uint16(int index) {
        return at(index) << 8 | at(index + 1);
    }

    /** The four bytes at {@code index}, the most significant first (MQTT 5.0 section 1.5.3). */
    public long uint32(int index) {
        return (long) uint16(index) << 16 | uint16(index + 2);
    }

    /**
     * A view of a range, without a copy.
     *
     * @throws IndexOutOfBoundsException if the range is not within the bytes
     */
    public Bytes slice(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return count == length ? this : new Bytes(array, offset + from, count);
    }

    /** All bytes from {@code from} on. */
    public Bytes from(int from) {
        return slice(from, length - from);
    }

    /** The bytes as a read-only buffer, without a copy. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    /**
     * The bytes from {@code from} on, for this package alone: one object instead of three, but its positions are those
     * of the array, and nothing keeps it from being written, which must not be.
     */
    ByteBuffer toRead(int from) {
        return ByteBuffer.wrap(array, offset + from, length - from);
    }

    /** The same bytes in an array of their own, so that they keep no larger one alive. */
    public Bytes alone() {
        return length == array.length ? this : of(toArray());
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** Whether a range is the same as {@code other}. */
    public boolean isAt(int from, int count, byte[] other) {
        Objects.checkFromIndexSize(from, count, length);
        return Arrays.equals(array, offset + from, offset + from + count, other, 0, other.length);
    }

    /** Copies a range into {@code target}. */
    public void copyTo(int from, byte[] target, int targetOffset, int count) {
        Objects.checkFromIndexSize(from, count, length);
        System.arraycopy(array, offset + from, target, targetOffset, count);
    }

    /** The bytes read as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String utf8() {
        return utf8(0, length);
    }

    /** A range read as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String utf8(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return new String(array, offset + from, count, StandardCharsets.UTF_8);
    }

    /**
     * 64 bits that two contents which differ hardly ever share: to tell whether bytes came before that are not kept.
     * Never 0.
     */
    public long fingerprint() {
        return fingerprint(0, length);
    }

    /** The same of a range. */
    public long fingerprint(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        long hash = count * MULTIPLIER;
        int at = offset + from;
        int end = at + count;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = stir(hash ^ (long) LONG.get(array, at));
        }
        for (; at < end; at++) {
            hash = stir(hash ^ array[at]);
        }
        return hash == 0 ? 1 : hash;
    }

    private static long stir(long hash) {
        long stirred = hash * MULTIPLIER;
        return stirred ^ stirred >>> 32;
    }

    /** Two digits a byte, in lower case, without spaces. */
    public String hex() {
        return HexFormat.of().formatHex(array, offset, offset + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, offset, offset + length, that.array, that.offset,
                that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return length <= 32 ? hex() : slice(0, 32).hex() + "… (" + length + ")";
    }
}
