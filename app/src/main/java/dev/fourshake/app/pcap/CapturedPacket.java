package dev.fourshake.app.pcap;

/**
 * One packet of a packet capture. There is one object a file, which stands for the next packet each time the reader
 * moves on; its bytes stay as they are: the array is never written a second time.
 */
public final class CapturedPacket {

    private byte[] array;
    private int offset;
    private int length;
    private int unseen;
    private long timeNanos;
    private int linkType;

    void set(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** @param originalLength bytes on the wire; less than were captured is taken for as many */
    void about(long timeNanos, int linkType, long originalLength) {
        this.timeNanos = timeNanos;
        this.linkType = linkType;
        unseen = (int) Math.clamp(originalLength - length, 0, Integer.MAX_VALUE);
    }

    /** Holds the bytes from {@link #offset} on, {@link #length} of them. */
    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    /** How many bytes were captured. */
    public int length() {
        return length;
    }

    /** How many bytes of it travelled and were not captured: the snap length cut them off. */
    public int unseen() {
        return unseen;
    }

    /** Nanoseconds since 1970-01-01T00:00Z. */
    public long timeNanos() {
        return timeNanos;
    }

    /** What the bytes begin with: a number of the registry of link-layer header types ({@link LinkLayer}). */
    public int linkType() {
        return linkType;
    }
}
