package dev.fourshake.app.pcap;

import dev.fourshake.model.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Puts bytes together for tests, in either byte order. */
public final class Bits {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    public Bits(ByteOrder order) {
        this.order = order;
    }

    /** In the order of the network. */
    public static Bits big() {
        return new Bits(ByteOrder.BIG_ENDIAN);
    }

    public Bits u8(int value) {
        out.write(value);
        return this;
    }

    public Bits u16(int value) {
        return bytes(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
    }

    public Bits u32(long value) {
        return bytes(ByteBuffer.allocate(4).order(order).putInt((int) value).array());
    }

    public Bits u64(long value) {
        return bytes(ByteBuffer.allocate(8).order(order).putLong(value).array());
    }

    public Bits bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Bits hex(String hex) {
        return bytes(Bytes.ofHex(hex).toArray());
    }

    /** Zeros up to a multiple of four bytes. */
    public Bits pad() {
        while (out.size() % 4 != 0) {
            u8(0);
        }
        return this;
    }

    public int size() {
        return out.size();
    }

    public byte[] array() {
        return out.toByteArray();
    }
}
