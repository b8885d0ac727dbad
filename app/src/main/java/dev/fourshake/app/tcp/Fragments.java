package dev.fourshake.app.tcp;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts IP packets together again that were sent in parts (RFC 791 section 3.2, RFC 8200 section 4.5). A packet whose
 * parts overlap is given up, as the two systems that talk to each other may read it in different ways (RFC 5722); the
 * same part once more is passed over. Not for several threads.
 */
final class Fragments {

    /** So long after its first part a packet is waited for (RFC 8200 section 4.5), in the capture's own time. */
    private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;
    /** So much may wait altogether; then the oldest packets are given up. */
    static final long MOST_WAITING = 16L << 20;

    /** What the parts of one packet have in common. */
    private record Key(long sourceHigh, long sourceLow, long targetHigh, long targetLow, long identification) {
    }

    private final Map<Key, FragmentedPacket> waiting = new LinkedHashMap<>();
    private long weight;
    private long leftOut;

    /** Parts of packets that could not be put together, those that wait among them. */
    long leftOut() {
        return leftOut + waiting.values().stream().mapToLong(FragmentedPacket::parts).sum();
    }

    /**
     * Takes a part.
     *
     * @return the whole packet, as it would be if it had not been sent in parts; null as long as it is not whole
     */
    byte[] add(IpFragment part, long timeNanos) {
        giveUpOld(timeNanos);
        if (!part.isReadable()) {
            leftOut++;
            return null;
        }
        Key key = new Key(part.sourceHigh, part.sourceLow, part.targetHigh, part.targetLow, part.identification);
        FragmentedPacket packet = waiting.computeIfAbsent(key, _ -> new FragmentedPacket(timeNanos));
        long before = packet.weight();
        boolean fits = packet.add(part);
        weight += packet.weight() - before;
        if (!fits) {
            remove(key);
            leftOut += packet.parts();
        } else if (packet.isWhole()) {
            remove(key);
            return packet.whole();
        }
        return null;
    }

    private void remove(Key key) {
        weight -= waiting.remove(key).weight();
    }

    private void giveUpOld(long timeNanos) {
        Iterator<FragmentedPacket> oldest = waiting.values().iterator();
        while (oldest.hasNext()) {
            FragmentedPacket packet = oldest.next();
            if (timeNanos - packet.sinceNanos() <= LONGEST_WAIT_NANOS && weight <= MOST_WAITING) {
                return;
            }
            oldest.remove();
            weight -= packet.weight();
            leftOut += packet.parts();
        }
    }
}
