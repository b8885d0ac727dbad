package dev.fourshake.app.pcap;

/**
 * What a pcapng file says of an interface that packets were captured on.
 *
 * @param linkType      see {@link CapturedPacket#linkType}
 * @param snapLength    at most so many bytes of each packet were captured
 * @param unitsPerSecond of its times
 * @param offsetSeconds to be added to its times
 */
record PcapngInterface(int linkType, long snapLength, long unitsPerSecond, long offsetSeconds) {

    private static final int END = 0;
    private static final int TSRESOL = 9;
    private static final int TSOFFSET = 14;
    private static final long NANOS = 1_000_000_000;

    /** Reads the body of an Interface Description Block; what is not there has its default. */
    static PcapngInterface read(byte[] array, int body, int bytes, boolean big) {
        if (bytes < 8) {
            return new PcapngInterface(-1, Long.MAX_VALUE, 1_000_000, 0);
        }
        int word = PcapFormat.read(array, body, big);
        long snap = PcapFormat.read(array, body + 4, big) & 0xFFFF_FFFFL;
        long units = 1_000_000;
        long offset = 0;
        int at = body + 8;
        int end = body + bytes;
        while (at + 4 <= end) {
            int head = PcapFormat.read(array, at, big);
            int code = big ? head >>> 16 : head & 0xFFFF;
            int length = big ? head & 0xFFFF : head >>> 16;
            at += 4;
            if (code == END || at + length > end) {
                break;
            }
            if (code == TSRESOL && length == 1) {
                units = units(array[at] & 0xFF);
            } else if (code == TSOFFSET && length == 8) {
                offset = (long) PcapFormat.read(array, at + (big ? 0 : 4), big) << 32
                        | PcapFormat.read(array, at + (big ? 4 : 0), big) & 0xFFFF_FFFFL;
            }
            at += length + 3 & ~3;
        }
        return new PcapngInterface(big ? word >>> 16 : word & 0xFFFF, snap == 0 ? Long.MAX_VALUE : snap, units, offset);
    }

    /** A power of ten, or of two where the top bit is set. One that no {@code long} holds is as fine as one can. */
    private static long units(int resolution) {
        int exponent = resolution & 0x7F;
        if (resolution >= 0x80) {
            return 1L << Math.min(exponent, 62);
        }
        long units = 1;
        for (int i = 0; i < Math.min(exponent, 18); i++) {
            units *= 10;
        }
        return units;
    }

    /** A time of this interface in nanoseconds since 1970-01-01T00:00Z. */
    long nanos(long units) {
        long seconds = Long.divideUnsigned(units, unitsPerSecond);
        long rest = Long.remainderUnsigned(units, unitsPerSecond);
        return (seconds + offsetSeconds) * NANOS + fraction(rest);
    }

    private long fraction(long rest) {
        if (unitsPerSecond <= NANOS) {
            return rest * NANOS / unitsPerSecond;
        }
        return NANOS % unitsPerSecond == 0 || unitsPerSecond % NANOS == 0 ? rest / (unitsPerSecond / NANOS)
                : (long) ((double) rest / unitsPerSecond * NANOS);
    }
}
