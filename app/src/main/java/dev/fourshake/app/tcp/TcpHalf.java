package dev.fourshake.app.tcp;

/**
 * One direction of a connection: brings its segments into order. What came before is passed over, what came too early
 * waits. Bytes in front of it are taken for missing as soon as the other side has acknowledged them, or when too much
 * waits for too long, or when the connection has ended.
 *
 * <p>A <em>position</em> is a sequence number that does not wrap.
 */
final class TcpHalf {

    /** So much may wait, with what its administration weighs. */
    static final long MOST_WAITING = 2L << 20;
    /** So long, in the capture's own time. */
    static final long LONGEST_WAIT_NANOS = 10_000_000_000L;
    /** The largest window of TCP (RFC 7323): what is further off does not belong to this connection. */
    private static final long WINDOW = 1L << 30;
    private static final long NEVER = Long.MAX_VALUE;

    private final Peer peer;
    private final TcpConsumer consumer;
    private final WaitingBytes waiting;

    private boolean known;
    private int start;
    private long next;
    private long acknowledged;
    /** The first sequence number that the other side has acknowledged before anything was known. */
    private int early;
    private boolean hasEarly;
    private long end = NEVER;
    private boolean finished;
    private boolean contradicted;

    private Backlog backlog;
    private long waitsSince;

    TcpHalf(Peer peer, TcpConsumer consumer, WaitingBytes waiting) {
        this.peer = peer;
        this.consumer = consumer;
        this.waiting = waiting;
    }

    /** Whether anything was seen of this side that tells where its stream is. */
    boolean isKnown() {
        return known;
    }

    /** Whether the side has been heard: by itself, or by the other one, which has acknowledged its SYN. */
    boolean isHeard() {
        return known || hasEarly;
    }

    boolean isFinished() {
        return finished;
    }

    /** Whether bytes that came twice were not the same. */
    boolean isContradicted() {
        return contradicted;
    }

    /** Whether the stream began with this sequence number. */
    boolean hasStartedAt(int sequence) {
        return known && start == sequence;
    }

    /** Whether a sequence number is so far from this stream that it must be of another connection. */
    boolean isFar(int sequence) {
        return known && Math.abs((long) (sequence - (int) next)) > WINDOW >> 6;
    }

    /** The stream begins with this sequence number, the one behind the SYN. */
    void start(int sequence) {
        known = true;
        start = sequence;
        // Far enough from zero that what lies before has a position too.
        next = (1L << 32) + (sequence & 0xFFFF_FFFFL);
        acknowledged = next;
    }

    /** The SYN was not seen: what is seen of the stream begins with this sequence number. */
    private void startUnseen(int sequence, long timeNanos) {
        start(sequence);
        consumer.begunUnseen(peer, timeNanos);
    }

    /**
     * The other side acknowledges all before this sequence number.
     *
     * @param answers it sends bytes with it, which may depend on those that it acknowledges: they must be missing
     *                before
     */
    void acknowledged(int sequence, boolean answers, long timeNanos) {
        if (!known && !hasEarly) {
            early = sequence;
            hasEarly = true;
        }
        if (!known && sequence - early <= 0) {
            return;
        }
        if (!known) {
            startUnseen(early, timeNanos);
        }
        long position = position(sequence);
        if (position > acknowledged && position - next <= WINDOW) {
            acknowledged = position;
            if (backlog != null || end != NEVER) {
                settle(timeNanos);
            }
        }
        // A single number may be that of a FIN which was not captured, but hardly where the other side goes on to send.
        if (answers && acknowledged > next && end == NEVER) {
            miss(acknowledged, timeNanos);
            settle(timeNanos);
        }
    }

    void segment(TcpSegment segment, long timeNanos) {
        int size = segment.size();
        boolean fin = segment.has(TcpSegment.FIN);
        int sequence = segment.has(TcpSegment.SYN) ? segment.sequence + 1 : segment.sequence;
        if (size == 0 && !fin || finished) {
            return;
        }
        if (!known) {
            boolean probe = size <= 1 && sequence + 1 == early;
            boolean behind = sequence - early > 0 && sequence - early <= WINDOW;
            startUnseen(hasEarly && (probe || behind) ? early : sequence, timeNanos);
        }
        long at = position(sequence);
        if (Math.abs(at - next) > WINDOW) {
            return;
        }
        if (fin && end == NEVER) {
            end = Math.max(next, at + size);
        }
        if (at == next && segment.unseen == 0 && backlog == null) {
            if (size > 0) {
                next += size;
                consumer.data(peer, segment.array, segment.offset, size, timeNanos);
            }
        } else if (at + size > next && at < end) {
            late(at, segment, timeNanos);
        }
        if (end != NEVER) {
            settle(timeNanos);
        }
    }

    /** Not simply the next bytes. */
    private void late(long at, TcpSegment segment, long timeNanos) {
        long seen = at + segment.length;
        int skip = (int) Math.max(0, next - at);
        if (backlog == null && at <= next && seen > next) {
            next = seen;
            consumer.data(peer, segment.array, segment.offset + skip, segment.length - skip, timeNanos);
            skip = segment.length;
        }
        if (at + segment.size() > next) {
            if (backlog == null) {
                backlog = new Backlog();
                waitsSince = timeNanos;
            }
            waiting.change(-backlog.weight());
            if (skip < segment.length) {
                backlog.add(at + skip, segment.array, segment.offset + skip, segment.length - skip);
            }
            if (segment.unseen > 0) {
                backlog.addUnseen(Math.max(next, seen), at + segment.size());
            }
            contradicted |= backlog.takeContradicted();
            waiting.change(backlog.weight());
            settle(timeNanos);
        }
    }

    /** Whether segments wait for bytes in front of them. */
    boolean isWaiting() {
        return backlog != null;
    }

    /** Whether bytes are missing before this sequence number. */
    boolean isAhead(int sequence) {
        return known && position(sequence) > next;
    }

    /** Whether bytes are missing before this sequence number, which the other side has acknowledged. */
    boolean lacks(int sequence) {
        return end == NEVER && (isAhead(sequence) || !known && hasEarly && sequence - early > 0);
    }

    /** Takes the bytes in front of those that wait for missing, and tells all. */
    void stopWaiting(long timeNanos) {
        drain(timeNanos);
        while (backlog != null) {
            miss(backlog.first(), timeNanos);
            drain(timeNanos);
        }
    }

    /** Tells all that can be told by now. */
    private void settle(long timeNanos) {
        drain(timeNanos);
        while (backlog != null && isHoleSure(timeNanos)) {
            miss(backlog.first(), timeNanos);
            drain(timeNanos);
        }
        if (backlog == null && acknowledged > end) {
            miss(end, timeNanos);
        }
        if (next >= end && !finished) {
            finished = true;
            consumer.finished(peer, timeNanos);
        }
    }

    private boolean isHoleSure(long timeNanos) {
        return acknowledged >= backlog.first() || backlog.isLong() || backlog.weight() > MOST_WAITING
                || timeNanos - waitsSince > LONGEST_WAIT_NANOS || waiting.isTooMuch();
    }

    private void drain(long timeNanos) {
        while (backlog != null && backlog.first() <= next) {
            waiting.change(-backlog.weight());
            next = backlog.take(next, consumer, peer, timeNanos);
            waiting.change(backlog.weight());
            waitsSince = timeNanos;
            if (backlog.isEmpty()) {
                backlog = null;
            }
        }
    }

    private void miss(long to, long timeNanos) {
        if (to > next) {
            long bytes = to - next;
            next = to;
            consumer.gap(peer, bytes, timeNanos);
        }
    }

    /** Nothing more comes: tells what waits, and what is missing at the end. */
    void flush(long timeNanos) {
        stopWaiting(timeNanos);
        if (known && !finished) {
            // A single number may have been that of a FIN which was not captured.
            miss(end != NEVER ? end : acknowledged - next == 1 ? next : acknowledged, timeNanos);
        }
        if (next >= end && !finished) {
            consumer.finished(peer, timeNanos);
        }
        finished = true;
    }

    private long position(int sequence) {
        return next + (sequence - (int) next);
    }
}
