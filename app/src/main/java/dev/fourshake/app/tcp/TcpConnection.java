package dev.fourshake.app.tcp;

/** A connection while its packets are read. */
final class TcpConnection {

    final long firstHigh;
    final long firstLow;
    final int firstPort;
    final long secondHigh;
    final long secondLow;
    final int secondPort;
    /** Another connection in the same place of the table. */
    TcpConnection chained;

    private final TcpConsumer consumer;
    private final TcpHalf first;
    private final TcpHalf second;
    private final boolean begun;
    private boolean over;
    private boolean refused;
    private long lastNanos;

    /**
     * @param begun    its SYN was seen
     * @param toSecond the segment that it is known by goes from the first end to the second
     */
    TcpConnection(TcpSegment segment, boolean toSecond, boolean begun, TcpConsumer consumer, WaitingBytes waiting) {
        firstHigh = toSecond ? segment.sourceHigh : segment.targetHigh;
        firstLow = toSecond ? segment.sourceLow : segment.targetLow;
        firstPort = toSecond ? segment.sourcePort : segment.targetPort;
        secondHigh = toSecond ? segment.targetHigh : segment.sourceHigh;
        secondLow = toSecond ? segment.targetLow : segment.sourceLow;
        secondPort = toSecond ? segment.targetPort : segment.sourcePort;
        this.begun = begun;
        this.consumer = consumer;
        first = new TcpHalf(Peer.FIRST, consumer, waiting);
        second = new TcpHalf(Peer.SECOND, consumer, waiting);
    }

    /** Who has sent the segment; null if it belongs to another connection. */
    Peer sender(TcpSegment segment) {
        if (segment.sourcePort == firstPort && segment.targetPort == secondPort && segment.sourceLow == firstLow
                && segment.targetLow == secondLow && segment.sourceHigh == firstHigh
                && segment.targetHigh == secondHigh) {
            return Peer.FIRST;
        }
        if (segment.sourcePort == secondPort && segment.targetPort == firstPort && segment.sourceLow == secondLow
                && segment.targetLow == firstLow && segment.sourceHigh == secondHigh
                && segment.targetHigh == firstHigh) {
            return Peer.SECOND;
        }
        return null;
    }

    boolean isOver() {
        return over;
    }

    /** Whether one side alone has been heard. */
    boolean isUnanswered() {
        return begun && !second.isHeard();
    }

    long lastNanos() {
        return lastNanos;
    }

    boolean isContradicted() {
        return first.isContradicted() || second.isContradicted();
    }

    /**
     * Whether the segment begins, or belongs to, a later connection between the same ports. One that was refused may be
     * asked for again with the same number, as the same attempt; one that has been there may not.
     */
    boolean isFollowedBy(TcpSegment segment, Peer from) {
        TcpHalf half = half(from);
        if (segment.has(TcpSegment.RST)) {
            return false;
        }
        if (segment.has(TcpSegment.SYN)) {
            return segment.has(TcpSegment.ACK) ? half.isKnown() && !half.hasStartedAt(segment.sequence + 1)
                    : over && !refused || !half.hasStartedAt(segment.sequence + 1);
        }
        return over && segment.size() > 0 && half.isFar(segment.sequence);
    }

    void segment(TcpSegment segment, Peer from, long timeNanos) {
        if (over) {
            return;
        }
        lastNanos = timeNanos;
        TcpHalf half = half(from);
        if (segment.has(TcpSegment.RST)) {
            reset(segment, from, timeNanos);
            return;
        }
        if (segment.has(TcpSegment.SYN) && !half.isKnown()) {
            half.start(segment.sequence + 1);
        }
        if (segment.has(TcpSegment.SYN) && segment.has(TcpSegment.ACK) && !half(from.other()).isKnown()) {
            half(from.other()).start(segment.acknowledged);
        }
        if (segment.has(TcpSegment.ACK)) {
            if (half.isWaiting() && half.isAhead(segment.sequence) && segment.size() > 0
                    && half(from.other()).lacks(segment.acknowledged)) {
                // what waits was sent before the bytes came that are missing on the other side
                half.stopWaiting(timeNanos);
            }
            half(from.other()).acknowledged(segment.acknowledged, segment.size() > 0, timeNanos);
        }
        half.segment(segment, timeNanos);
        over = first.isFinished() && second.isFinished();
    }

    private void reset(TcpSegment segment, Peer from, long timeNanos) {
        refused = begun && from == Peer.SECOND && !second.isHeard();
        if (segment.has(TcpSegment.ACK)) {
            half(from.other()).acknowledged(segment.acknowledged, true, timeNanos);
        }
        // it has sent all before its own number
        half(from).acknowledged(segment.sequence, true, timeNanos);
        flush(timeNanos);
        consumer.reset(from, refused, timeNanos);
    }

    /** A later connection has taken its ports. */
    void replaced(long timeNanos) {
        if (!over) {
            flush(timeNanos);
            consumer.replaced(timeNanos);
        }
    }

    /** The capture has ended. */
    void left(long timeNanos) {
        if (!over) {
            flush(timeNanos);
            consumer.left(timeNanos);
        }
    }

    private void flush(long timeNanos) {
        first.flush(timeNanos);
        second.flush(timeNanos);
        over = true;
    }

    private TcpHalf half(Peer peer) {
        return peer == Peer.FIRST ? first : second;
    }
}
