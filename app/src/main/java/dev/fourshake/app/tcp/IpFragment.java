package dev.fourshake.app.tcp;

import java.util.Arrays;

/** A part of an IP packet. One object stands for one part after the other. */
final class IpFragment {

    private static final int IPV6_HEADER = 40;
    private static final int FRAGMENT_HEADER = 8;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    /** The longest packet that there is. */
    private static final int MOST = 0xFFFF;

    long sourceHigh;
    long sourceLow;
    long targetHigh;
    long targetLow;
    /** Of version, protocol and number of the packet. */
    long identification;
    /** Where the part belongs behind the header. */
    int place;
    boolean moreFollow;

    private byte[] array;
    private int from;
    private int data;
    private int wireEnd;
    private int end;
    /** Of IPv6: where it stands that a fragment header follows. */
    private int nextHeader;

    /**
     * Reads the header of what {@link TcpSegment#read} has found to be a part.
     *
     * @param end behind the last byte that was captured
     */
    IpFragment read(byte[] bytes, int from, int end) {
        array = bytes;
        this.from = from;
        this.end = end;
        if (bytes[from] >> 4 == 4) {
            data = from + (bytes[from] & 0x0F) * 4;
            wireEnd = from + uint16(from + 2);
            sourceHigh = 0;
            targetHigh = 0;
            sourceLow = int32(from + 12);
            targetLow = int32(from + 16);
            identification = 4L << 40 | (long) (bytes[from + 9] & 0xFF) << 32 | uint16(from + 4);
            place = (uint16(from + 6) & 0x1FFF) * 8;
            moreFollow = (bytes[from + 6] & 0x20) != 0;
        } else {
            readVersion6();
        }
        return this;
    }

    private void readVersion6() {
        nextHeader = from + 6;
        int at = from + IPV6_HEADER;
        while ((array[nextHeader] & 0xFF) != FRAGMENT) {
            int length = array[at + 1] & 0xFF;
            int bytes = (array[nextHeader] & 0xFF) == AUTHENTICATION ? (length + 2) * 4 : (length + 1) * 8;
            nextHeader = at;
            at += bytes;
        }
        data = at + FRAGMENT_HEADER;
        wireEnd = from + IPV6_HEADER + uint16(from + 4);
        sourceHigh = int64(from + 8);
        sourceLow = int64(from + 16);
        targetHigh = int64(from + 24);
        targetLow = int64(from + 32);
        identification = 6L << 40 | int32(at + 4) & 0xFFFF_FFFFL;
        place = uint16(at + 2) & 0xFFF8;
        moreFollow = (array[at + 3] & 1) != 0;
    }

    /** Whether all of it was captured, and it can be a part. */
    boolean isReadable() {
        int length = wireEnd - data;
        return wireEnd <= end && length > 0 && place + length <= MOST && !(moreFollow && length % 8 != 0);
    }

    byte[] bytes() {
        return Arrays.copyOfRange(array, data, wireEnd);
    }

    /** The header of the packet as if it had not been sent in parts; its length is set later. */
    byte[] header() {
        if (array[from] >> 4 == 4) {
            byte[] header = Arrays.copyOfRange(array, from, data);
            header[6] = 0;
            header[7] = 0;
            return header;
        }
        byte[] header = Arrays.copyOfRange(array, from, data - FRAGMENT_HEADER);
        header[nextHeader - from] = array[data - FRAGMENT_HEADER];
        return header;
    }

    /** Sets the length that a whole packet has in its header. */
    static void setLength(byte[] packet) {
        boolean version4 = packet[0] >> 4 == 4;
        int length = Math.min(MOST, version4 ? packet.length : packet.length - IPV6_HEADER);
        packet[version4 ? 2 : 4] = (byte) (length >> 8);
        packet[version4 ? 3 : 5] = (byte) length;
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
