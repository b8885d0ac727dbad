package dev.fourshake.app.pcap;

import java.nio.ByteOrder;

/** Writes a classic pcap file, byte by byte. */
public final class PcapBytes {

    public static final int MICROS = 0xA1B2C3D4;
    public static final int NANOS = 0xA1B23C4D;
    public static final int MODIFIED = 0xA1B2CD34;

    private final Bits out;
    private final int magic;

    public PcapBytes(ByteOrder order, int magic, int linkType) {
        this.magic = magic;
        out = new Bits(order).u32(magic).u16(2).u16(4).u32(0).u32(0).u32(262_144).u32(linkType);
    }

    /** Ethernet, microseconds, little-endian: what most files are. */
    public static PcapBytes usual() {
        return new PcapBytes(ByteOrder.LITTLE_ENDIAN, MICROS, 1);
    }

    public PcapBytes packet(long timeNanos, byte... frame) {
        return packet(timeNanos, frame.length, frame);
    }

    /** @param original length on the wire */
    public PcapBytes packet(long timeNanos, int original, byte[] frame) {
        long fraction = timeNanos % 1_000_000_000 / (magic == NANOS ? 1 : 1000);
        out.u32(timeNanos / 1_000_000_000).u32(fraction).u32(frame.length).u32(original);
        if (magic == MODIFIED) {
            out.u32(1).u16(0).u8(0).u8(0);
        }
        out.bytes(frame);
        return this;
    }

    public byte[] array() {
        return out.array();
    }
}
