package dev.fourshake.app.pcap;

import java.nio.ByteOrder;

/** Writes a pcapng file, block by block. */
public final class PcapngBytes {

    private final Bits out = Bits.big();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /** A section begins, of this byte order, whose length nobody tells. */
    public PcapngBytes section(ByteOrder next) {
        order = next;
        return block(0x0A0D0D0A, bits().u32(0x1A2B3C4D).u16(1).u16(0).u64(-1));
    }

    /** An interface whose times are microseconds. */
    public PcapngBytes link(int linkType) {
        return block(1, bits().u16(linkType).u16(0).u32(0));
    }

    /** @param options as they stand in the block; see {@link #option} */
    public PcapngBytes link(int linkType, long snapLength, Bits options) {
        return block(1, bits().u16(linkType).u16(0).u32(snapLength).bytes(options.array()));
    }

    public Bits option(int code, byte... value) {
        return bits().u16(code).u16(value.length).bytes(value).pad();
    }

    public PcapngBytes enhanced(int link, long units, byte... frame) {
        return block(6, bits().u32(link).u32(units >>> 32).u32(units).u32(frame.length).u32(frame.length).bytes(frame)
                .pad().bytes(option(1, new byte[] {'h', 'i'}).u32(0).array()));
    }

    public PcapngBytes simple(int original, byte... frame) {
        return block(3, bits().u32(original).bytes(frame).pad());
    }

    public PcapngBytes obsolete(int link, long units, byte... frame) {
        return block(2, bits().u16(link).u16(0).u32(units >>> 32).u32(units).u32(frame.length).u32(frame.length)
                .bytes(frame).pad());
    }

    public PcapngBytes block(int type, Bits body) {
        int length = body.size() + 12;
        out.bytes(bits().u32(type).u32(length).bytes(body.array()).u32(length).array());
        return this;
    }

    public Bits bits() {
        return new Bits(order);
    }

    public byte[] array() {
        return out.array();
    }
}
