package dev.fourshake.app.tcp;

/**
 * A TCP segment, read from an IP packet. One object stands for one segment after the other. Lengths are those of the
 * headers: what the snap length cut off is counted, too.
 */
final class TcpSegment {

    /** What an IP packet turned out to be. */
    enum Kind {
        TCP,
        /** Something else than TCP. */
        OTHER,
        /** A part of an IP packet that was sent in several: for {@link IpFragment}. */
        FRAGMENT,
        /** The headers contradict themselves, or are cut off. */
        BROKEN
    }

    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int ACK = 0x10;

    private static final int IP_TCP = 6;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final long MAPPED = 0xFFFF_0000_0000L;

    long sourceHigh;
    long sourceLow;
    long targetHigh;
    long targetLow;
    int sourcePort;
    int targetPort;
    int sequence;
    int acknowledged;
    int flags;
    byte[] array;
    int offset;
    /** Bytes of the payload that were captured. */
    int length;
    /** Bytes of the payload behind them that were not. */
    int unseen;

    /** @param end behind the last byte that was captured */
    Kind read(byte[] bytes, int from, int end) {
        array = bytes;
        if (end - from < 1) {
            return Kind.BROKEN;
        }
        return switch (bytes[from] >> 4 & 0x0F) {
            case 4 -> ipv4(from, end);
            case 6 -> ipv6(from, end);
            default -> Kind.BROKEN;
        };
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Payload on the wire, captured or not. */
    int size() {
        return length + unseen;
    }

    private Kind ipv4(int from, int end) {
        if (end - from < IPV4_HEADER) {
            return Kind.BROKEN;
        }
        int header = (array[from] & 0x0F) * 4;
        int total = uint16(from + 2);
        if (header < IPV4_HEADER || total != 0 && total < header) {
            return Kind.BROKEN;
        }
        if (array[from + 9] != IP_TCP) {
            return Kind.OTHER;
        }
        // More fragments follow, or this is not the first one.
        if ((uint16(from + 6) & 0x3FFF) != 0) {
            return Kind.FRAGMENT;
        }
        sourceHigh = 0;
        targetHigh = 0;
        sourceLow = MAPPED | int32(from + 12) & 0xFFFF_FFFFL;
        targetLow = MAPPED | int32(from + 16) & 0xFFFF_FFFFL;
        // Where the network card cuts for the system, the length may not be set yet.
        return tcp(from + header, total == 0 ? end : from + total, end);
    }

    private Kind ipv6(int from, int end) {
        if (end - from < IPV6_HEADER) {
            return Kind.BROKEN;
        }
        int payload = uint16(from + 4);
        sourceHigh = int64(from + 8);
        sourceLow = int64(from + 16);
        targetHigh = int64(from + 24);
        targetLow = int64(from + 32);
        int next = array[from + 6] & 0xFF;
        int at = from + IPV6_HEADER;
        while (next != IP_TCP) {
            if (!isExtension(next)) {
                return Kind.OTHER;
            }
            if (at + 8 > end) {
                return Kind.BROKEN;
            }
            int length = array[at + 1] & 0xFF;
            if (next == 44 && (uint16(at + 2) & 0xFFF9) != 0) {
                return Kind.FRAGMENT;
            }
            int bytes = switch (next) {
                case 44 -> 8;
                case 51 -> (length + 2) * 4;
                default -> (length + 1) * 8;
            };
            next = array[at] & 0xFF;
            at += bytes;
        }
        return tcp(at, payload == 0 ? end : from + IPV6_HEADER + payload, end);
    }

    /** Hop-by-hop, routing, fragment, authentication, destination, mobility, HIP and shim6 (RFC 7045). */
    private static boolean isExtension(int header) {
        return switch (header) {
            case 0, 43, 44, 51, 60, 135, 139, 140 -> true;
            default -> false;
        };
    }

    /** @param wireEnd behind its last byte on the wire; padding of the link layer may follow */
    private Kind tcp(int from, int wireEnd, int end) {
        if (end - from < TCP_HEADER || wireEnd - from < TCP_HEADER) {
            return Kind.BROKEN;
        }
        int header = (array[from + 12] >> 4 & 0x0F) * 4;
        if (header < TCP_HEADER || from + header > wireEnd) {
            return Kind.BROKEN;
        }
        sourcePort = uint16(from);
        targetPort = uint16(from + 2);
        sequence = int32(from + 4);
        acknowledged = int32(from + 8);
        flags = array[from + 13];
        offset = Math.min(from + header, end);
        length = Math.min(wireEnd, end) - offset;
        unseen = wireEnd - from - header - length;
        return Kind.TCP;
    }

    private int uint16(int at) {
        return (array[at] & 0xFF) << 8 | array[at + 1] & 0xFF;
    }

    private int int32(int at) {
        return uint16(at) << 16 | uint16(at + 2);
    }

    private long int64(int at) {
        return (long) int32(at) << 32 | int32(at + 4) & 0xFFFF_FFFFL;
    }
}
