package dev.fourshake.app.pcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The pcapng format (draft-ietf-opsawg-pcapng): sections of either byte order, each with interfaces of its own. Blocks
 * that tell nothing of packets are passed over, known or not.
 */
final class PcapngFormat implements PacketFormat {

    static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    /** Type and length in front, the length again behind. */
    private static final int FRONT = 8;
    private static final int BLOCK_BYTES = 12;

    private final ByteSource in;
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private boolean big;
    private long packets;
    private long lastNanos;

    PcapngFormat(ByteSource in) {
        this.in = in;
    }

    @Override
    public boolean next(CapturedPacket packet) throws IOException {
        while (in.has(FRONT)) {
            int type = PcapFormat.read(in.array(), in.position(), big);
            if (type == SECTION_HEADER) {
                section();
                continue;
            }
            long length = PcapFormat.read(in.array(), in.position() + 4, big) & 0xFFFF_FFFFL;
            if (length < BLOCK_BYTES || length % 4 != 0) {
                throw new BadPacketFileException("block.length", in.offset(), length);
            }
            if (isRead(type)) {
                if (length > MOST_BYTES) {
                    throw new BadPacketFileException("block.length", in.offset(), length);
                }
                if (block(type, (int) length, packet)) {
                    return true;
                }
            } else {
                long offset = in.offset();
                if (!in.skip(length)) {
                    throw new BadPacketFileException("block.cut", offset);
                }
            }
        }
        if (in.rest() > 0) {
            throw new BadPacketFileException("block.cut", in.offset());
        }
        return false;
    }

    private static boolean isRead(int type) {
        return type == INTERFACE || type == OBSOLETE_PACKET || type == SIMPLE_PACKET || type == ENHANCED_PACKET;
    }

    /** The byte order may be another one from here on; the interfaces are others. */
    private void section() throws IOException {
        long offset = in.offset();
        if (!in.has(BLOCK_BYTES)) {
            throw new BadPacketFileException("block.cut", offset);
        }
        int magic = PcapFormat.read(in.array(), in.position() + 8, true);
        if (magic != BYTE_ORDER_MAGIC && magic != Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
            throw new BadPacketFileException("section.order", offset);
        }
        big = magic == BYTE_ORDER_MAGIC;
        long length = PcapFormat.read(in.array(), in.position() + 4, big) & 0xFFFF_FFFFL;
        if (length < BLOCK_BYTES + 16 || length % 4 != 0) {
            throw new BadPacketFileException("block.length", offset, length);
        }
        interfaces.clear();
        if (!in.skip(length)) {
            throw new BadPacketFileException("block.cut", offset);
        }
    }

    /** Answers whether it was a packet. */
    private boolean block(int type, int length, CapturedPacket packet) throws IOException {
        long offset = in.offset();
        if (!in.has(length)) {
            throw new BadPacketFileException(type == INTERFACE ? "block.cut" : "packet.cut", packets + 1, offset);
        }
        byte[] array = in.array();
        int body = in.position() + FRONT;
        int bytes = length - BLOCK_BYTES;
        boolean whole = switch (type) {
            case INTERFACE -> {
                interfaces.add(PcapngInterface.read(array, body, bytes, big));
                yield true;
            }
            case SIMPLE_PACKET -> bytes >= 4 && !interfaces.isEmpty() && simple(array, body, bytes - 4, packet);
            case ENHANCED_PACKET -> bytes >= 20
                    && timed(array, body, bytes - 20, PcapFormat.read(array, body, big), packet);
            default -> bytes >= 20
                    && timed(array, body, bytes - 20, PcapFormat.read(array, body, big) >>> (big ? 16 : 0) & 0xFFFF,
                            packet);
        };
        if (!whole) {
            throw new BadPacketFileException("block.content", offset, packets + 1);
        }
        in.pass(length);
        if (type == INTERFACE) {
            return false;
        }
        packets++;
        return true;
    }

    /** A packet without a time: it gets that of the one before it. */
    private boolean simple(byte[] array, int body, int room, CapturedPacket packet) {
        PcapngInterface first = interfaces.getFirst();
        long original = PcapFormat.read(array, body, big) & 0xFFFF_FFFFL;
        packet.set(array, body + 4, (int) Math.min(Math.min(original, first.snapLength()), room));
        packet.about(lastNanos, first.linkType(), original);
        return true;
    }

    private boolean timed(byte[] array, int body, int room, int number, CapturedPacket packet) {
        int captured = PcapFormat.read(array, body + 12, big);
        if (number < 0 || number >= interfaces.size() || captured < 0 || captured > room) {
            return false;
        }
        PcapngInterface from = interfaces.get(number);
        long units = (long) PcapFormat.read(array, body + 4, big) << 32
                | PcapFormat.read(array, body + 8, big) & 0xFFFF_FFFFL;
        lastNanos = from.nanos(units);
        packet.set(array, body + 20, captured);
        packet.about(lastNanos, from.linkType(), PcapFormat.read(array, body + 16, big) & 0xFFFF_FFFFL);
        return true;
    }
}
