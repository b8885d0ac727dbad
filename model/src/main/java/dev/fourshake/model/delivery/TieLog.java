package dev.fourshake.model.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ties between exchanges in columns: of a publisher's exchange its deliveries in order, of a delivery its
 * publisher's exchange. One thread writes. A reader asks a {@link #view()} for exchanges that it knows, and takes a
 * number that it does not know for none: ties to exchanges that it knows do not change any more.
 */
public final class TieLog {

    /** No exchange. */
    public static final int NONE = -1;

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MASK = CHUNK - 1;
    /** Exchanges for which the first chunk has room at least, and how much it grows at a time. */
    private static final int FIRST = 1 << 6;
    private static final int GROWTH = 4;

    /** The columns of a run of exchanges; numbers are kept plus one, so that 0 is none. */
    private static final class Chunk {
        /** Of a publisher its first delivery, of a delivery its publisher. */
        final int[] near;
        /** Of a publisher its last delivery (the writer's own), of a delivery the next one of the same message. */
        final int[] far;
        final byte[] kind;

        private Chunk(int size) {
            near = new int[size];
            far = new int[size];
            kind = new byte[size];
        }

        /** The same ties with room for more. */
        private Chunk(Chunk before, int size) {
            near = Arrays.copyOf(before.near, size);
            far = Arrays.copyOf(before.far, size);
            kind = Arrays.copyOf(before.kind, size);
        }
    }

    private Chunk[] chunks;
    /** Pairs: the publisher's exchange, and the session that never got the message. */
    private int[] lost;
    private int lostCount;

    public TieLog() {
        this(new Chunk[4], new int[16], 0);
    }

    /** Keeps nothing: for those who ask for no ties. */
    public static TieLog forgetting() {
        return new TieLog(null, null, 0);
    }

    private TieLog(Chunk[] chunks, int[] lost, int lostCount) {
        this.chunks = chunks;
        this.lost = lost;
        this.lostCount = lostCount;
    }

    /** The log as it stands now, for readers. */
    public TieLog view() {
        return new TieLog(chunks, lost, lostCount);
    }

    /** The exchange by which the message of a delivery was published, or {@link #NONE}. */
    public int publisher(int delivery) {
        return kind(delivery) == TieKind.NONE ? NONE : near(delivery);
    }

    /** How a delivery stands to its publisher's message; NONE for other exchanges. */
    public TieKind kind(int delivery) {
        Chunk chunk = chunk(delivery);
        return chunk == null ? TieKind.NONE : TieKind.of(chunk.kind[delivery & MASK]);
    }

    /** The first delivery of a publisher's message, or {@link #NONE}. */
    public int first(int publisher) {
        return kind(publisher) == TieKind.NONE ? near(publisher) : NONE;
    }

    /** The delivery of the same message after this one, or {@link #NONE}. */
    public int next(int delivery) {
        Chunk chunk = chunk(delivery);
        return chunk == null ? NONE : chunk.far[delivery & MASK] - 1;
    }

    /** Sessions that should have got a publisher's message and never did. */
    public List<Integer> lost(int publisher) {
        List<Integer> sessions = new ArrayList<>();
        for (int i = 0; i < lostCount; i++) {
            if (lost[i * 2] == publisher) {
                sessions.add(lost[i * 2 + 1]);
            }
        }
        return List.copyOf(sessions);
    }

    private int near(int exchange) {
        Chunk chunk = chunk(exchange);
        return chunk == null ? NONE : chunk.near[exchange & MASK] - 1;
    }

    private Chunk chunk(int exchange) {
        int index = exchange >> CHUNK_BITS;
        Chunk chunk = index < chunks.length ? chunks[index] : null;
        return chunk == null || (exchange & MASK) >= chunk.kind.length ? null : chunk;
    }

    /** Ties a delivery to the exchange by which its message was published. */
    void tie(int publisher, int delivery, TieKind kind) {
        if (chunks == null) {
            return;
        }
        // First of all room for both: it may come with another chunk.
        made(publisher);
        Chunk to = made(delivery);
        Chunk from = made(publisher);
        int last = from.far[publisher & MASK] - 1;
        to.near[delivery & MASK] = publisher + 1;
        to.kind[delivery & MASK] = (byte) kind.ordinal();
        if (last == NONE) {
            from.near[publisher & MASK] = delivery + 1;
        } else {
            made(last).far[last & MASK] = delivery + 1;
        }
        from.far[publisher & MASK] = delivery + 1;
    }

    /** A session never got a publisher's message. */
    void lose(int publisher, int session) {
        if (lost == null) {
            return;
        }
        if (lostCount * 2 == lost.length) {
            lost = Arrays.copyOf(lost, lost.length * 2);
        }
        lost[lostCount * 2] = publisher;
        lost[lostCount * 2 + 1] = session;
        lostCount++;
    }

    private Chunk made(int exchange) {
        int index = exchange >> CHUNK_BITS;
        if (index >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(index + 1, chunks.length * 2));
        }
        int at = exchange & MASK;
        Chunk chunk = chunks[index];
        if (chunk == null) {
            chunks[index] = new Chunk(index == 0 ? Math.max(FIRST, roomFor(at)) : CHUNK);
        } else if (at >= chunk.kind.length) {
            // Readers keep the array in which the smaller one is: what they may ask for stands in it.
            chunks = chunks.clone();
            chunks[index] = new Chunk(chunk, roomFor(at));
        }
        return chunks[index];
    }

    private static int roomFor(int at) {
        return Math.min(CHUNK, Integer.highestOneBit(at | 1) * GROWTH);
    }
}
