package dev.fourshake.app.tcp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Segments of one direction that came before those in front of them, in the order of their place in the stream. They
 * do not overlap: of bytes that came twice the first are kept.
 */
final class Backlog {

    /** What a segment weighs beside its bytes. */
    private static final int OVERHEAD = 64;
    private static final int MANY = 1024;

    /** @param bytes null where the snap length has cut them off */
    private record Piece(long from, long to, byte[] bytes) {
    }

    private final List<Piece> pieces = new ArrayList<>();
    private long weight;
    private boolean contradicted;

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Whether so many segments wait that finding their places becomes slow. */
    boolean isLong() {
        return pieces.size() > MANY;
    }

    /** Bytes in memory, roughly. */
    long weight() {
        return weight;
    }

    /** Where the first segment begins. There is one. */
    long first() {
        return pieces.getFirst().from;
    }

    /** Whether bytes that came twice were not the same; asking forgets it. */
    boolean takeContradicted() {
        boolean was = contradicted;
        contradicted = false;
        return was;
    }

    /** Keeps what is new of bytes that were captured. */
    void add(long from, byte[] array, int offset, int length) {
        add(from, from + length, array, offset);
    }

    /** Keeps the place of bytes that were not captured. */
    void addUnseen(long from, long to) {
        add(from, to, null, 0);
    }

    private void add(long from, long to, byte[] array, int offset) {
        int index = pieces.size();
        while (index > 0 && pieces.get(index - 1).to > from) {
            index--;
        }
        long at = from;
        while (at < to) {
            Piece next = index < pieces.size() ? pieces.get(index) : null;
            long end = next == null ? to : Math.min(to, next.from);
            if (at < end) {
                pieces.add(index++, piece(at, end, array, offset + (int) (at - from)));
                at = end;
            } else {
                end = Math.min(to, next.to);
                if (array != null && next.bytes != null && !Arrays.equals(next.bytes, (int) (at - next.from),
                        (int) (end - next.from), array, offset + (int) (at - from), offset + (int) (end - from))) {
                    contradicted = true;
                }
                at = end;
                index++;
            }
        }
    }

    private Piece piece(long from, long to, byte[] array, int offset) {
        byte[] bytes = array == null ? null : Arrays.copyOfRange(array, offset, offset + (int) (to - from));
        weight += OVERHEAD + (bytes == null ? 0 : bytes.length);
        return new Piece(from, to, bytes);
    }

    /** Takes the first segment out, which may begin before {@code place}, and tells what of it lies behind. */
    long take(long place, TcpConsumer consumer, Peer peer, long timeNanos) {
        Piece piece = pieces.removeFirst();
        weight -= OVERHEAD + (piece.bytes == null ? 0 : piece.bytes.length);
        if (piece.to > place) {
            int skip = (int) (place - piece.from);
            if (piece.bytes == null) {
                consumer.gap(peer, piece.to - place, timeNanos);
            } else {
                consumer.data(peer, piece.bytes, skip, piece.bytes.length - skip, timeNanos);
            }
        }
        return Math.max(place, piece.to);
    }
}
