package dev.fourshake.app.tcp;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The parts of one IP packet that have come so far. */
final class FragmentedPacket {

    /** What a part weighs beside its bytes. */
    private static final int OVERHEAD = 256;

    private final long sinceNanos;
    /** By their places behind the header. */
    private final TreeMap<Integer, byte[]> parts = new TreeMap<>();
    /** That of the first part. */
    private byte[] header;
    private int length = -1;
    private int seen;
    private int count;

    FragmentedPacket(long sinceNanos) {
        this.sinceNanos = sinceNanos;
    }

    /** When its first part came. */
    long sinceNanos() {
        return sinceNanos;
    }

    /** How many parts have come. */
    long parts() {
        return count;
    }

    /** Bytes in memory, roughly. */
    long weight() {
        return seen + (long) OVERHEAD * parts.size();
    }

    /** Takes a part; false where it contradicts those before. */
    boolean add(IpFragment part) {
        count++;
        byte[] bytes = part.bytes();
        int end = part.place + bytes.length;
        if (Arrays.equals(parts.get(part.place), bytes)) {
            return true;
        }
        Map.Entry<Integer, byte[]> before = parts.lowerEntry(end);
        boolean overlaps = before != null && before.getKey() + before.getValue().length > part.place;
        boolean last = !part.moreFollow;
        if (overlaps || last && (length >= 0 || !parts.isEmpty() && parts.lastKey() >= end)
                || length >= 0 && end > length) {
            return false;
        }
        parts.put(part.place, bytes);
        seen += bytes.length;
        length = last ? end : length;
        header = part.place == 0 ? part.header() : header;
        return true;
    }

    boolean isWhole() {
        return length >= 0 && seen == length && header != null;
    }

    /** The packet as if it had not been sent in parts. */
    byte[] whole() {
        byte[] whole = Arrays.copyOf(header, header.length + length);
        parts.forEach((place, bytes) -> System.arraycopy(bytes, 0, whole, header.length + place, bytes.length));
        IpFragment.setLength(whole);
        return whole;
    }
}
