package dev.fourshake.app.pcap;

import java.io.IOException;

/**
 * The classic pcap format, of either byte order, with micro- or nanoseconds, and the one with larger packet headers.
 */
final class PcapFormat implements PacketFormat {

    static final int MAGIC_MICROS = 0xA1B2C3D4;
    static final int MAGIC_NANOS = 0xA1B23C4D;
    /** Made by patched versions of libpcap: eight more bytes in front of each packet. */
    static final int MAGIC_MODIFIED = 0xA1B2CD34;

    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final int MODIFIED_PACKET_HEADER = 24;

    private final ByteSource in;
    private final boolean big;
    private final int nanosPerUnit;
    private final int headerBytes;
    private final int linkType;
    private long packets;

    private PcapFormat(ByteSource in, int magic, boolean big, int linkType) {
        this.in = in;
        this.big = big;
        this.linkType = linkType;
        nanosPerUnit = magic == MAGIC_NANOS ? 1 : 1000;
        headerBytes = magic == MAGIC_MODIFIED ? MODIFIED_PACKET_HEADER : PACKET_HEADER;
    }

    /** @param magic the first four bytes, as the writer's machine has meant them */
    static PcapFormat open(ByteSource in, int magic, boolean big) throws IOException {
        if (!in.has(FILE_HEADER)) {
            throw new BadPacketFileException("pcap.header");
        }
        // The upper bits of the link type tell the length of a checksum behind each frame; IP knows its own length.
        int linkType = read(in.array(), in.position() + 20, big) & 0xFFFF;
        in.pass(FILE_HEADER);
        return new PcapFormat(in, magic, big, linkType);
    }

    static boolean isMagic(int value) {
        return value == MAGIC_MICROS || value == MAGIC_NANOS || value == MAGIC_MODIFIED;
    }

    @Override
    public boolean next(CapturedPacket packet) throws IOException {
        if (!in.has(headerBytes)) {
            if (in.rest() == 0) {
                return false;
            }
            throw new BadPacketFileException("packet.cut", packets + 1, in.offset());
        }
        byte[] array = in.array();
        int at = in.position();
        long seconds = read(array, at, big) & 0xFFFF_FFFFL;
        long fraction = read(array, at + 4, big) & 0xFFFF_FFFFL;
        int captured = read(array, at + 8, big);
        long original = read(array, at + 12, big) & 0xFFFF_FFFFL;
        if (captured < 0 || captured > MOST_BYTES) {
            throw new BadPacketFileException("packet.length", packets + 1, in.offset(), captured & 0xFFFF_FFFFL);
        }
        long offset = in.offset();
        if (!in.has(headerBytes + captured)) {
            throw new BadPacketFileException("packet.cut", packets + 1, offset);
        }
        packet.set(in.array(), in.position() + headerBytes, captured);
        packet.about(seconds * 1_000_000_000 + fraction * nanosPerUnit, linkType, original);
        in.pass(headerBytes + captured);
        packets++;
        return true;
    }

    static int read(byte[] array, int at, boolean big) {
        int forward = (array[at] & 0xFF) << 24 | (array[at + 1] & 0xFF) << 16 | (array[at + 2] & 0xFF) << 8
                | array[at + 3] & 0xFF;
        return big ? forward : Integer.reverseBytes(forward);
    }
}
