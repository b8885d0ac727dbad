package dev.fourshake.model.exchange;

import dev.fourshake.model.wire.Direction;
import java.util.Arrays;

/**
 * All exchanges of a trace in columns. One thread writes. A reader's {@link #view()} stays exact while the writer
 * goes on: what changes after it was taken, changes to values that name rows the reader does not know yet, and it is
 * asked with a row that the reader knows.
 */
public final class ExchangeLog {

    /** Not finished. */
    public static final int OPEN = Integer.MAX_VALUE;

    private static final byte REPEATED = 1;
    private static final byte DOUBTFUL = 2;

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MASK = CHUNK - 1;
    /** Exchanges for which the first chunk has room at first, and how much it grows at a time. */
    private static final int FIRST = 1 << 6;
    private static final int GROWTH = 4;

    private static final ExchangeKind[] KINDS = ExchangeKind.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final SenderState[] SENDER_STATES = SenderState.values();
    private static final ReceiverState[] RECEIVER_STATES = ReceiverState.values();
    private static final Direction[] DIRECTIONS = Direction.values();

    /** The columns of a run of exchanges. */
    private static final class Chunk {
        final int[] firstRow;
        final int[] finishedRow;
        final int[] session;
        final int[] topic;
        final char[] packetId;
        final byte[] kind;
        final byte[] direction;
        final byte[] outcome;
        // the writer's own
        final int[] lastLink;
        final long[] content;
        final long[] counts;
        final byte[] sender;
        final byte[] receiver;
        final byte[] marks;
        /** Made with the first step: whoever keeps no rows asks for none. */
        int[] lastRow;

        private Chunk(int size) {
            firstRow = new int[size];
            finishedRow = new int[size];
            session = new int[size];
            topic = new int[size];
            packetId = new char[size];
            kind = new byte[size];
            direction = new byte[size];
            outcome = new byte[size];
            lastLink = new int[size];
            content = new long[size];
            counts = new long[size];
            sender = new byte[size];
            receiver = new byte[size];
            marks = new byte[size];
        }

        /** The same exchanges with room for more. */
        private Chunk(Chunk before, int size) {
            firstRow = Arrays.copyOf(before.firstRow, size);
            finishedRow = Arrays.copyOf(before.finishedRow, size);
            session = Arrays.copyOf(before.session, size);
            topic = Arrays.copyOf(before.topic, size);
            packetId = Arrays.copyOf(before.packetId, size);
            kind = Arrays.copyOf(before.kind, size);
            direction = Arrays.copyOf(before.direction, size);
            outcome = Arrays.copyOf(before.outcome, size);
            lastLink = Arrays.copyOf(before.lastLink, size);
            content = Arrays.copyOf(before.content, size);
            counts = Arrays.copyOf(before.counts, size);
            sender = Arrays.copyOf(before.sender, size);
            receiver = Arrays.copyOf(before.receiver, size);
            marks = Arrays.copyOf(before.marks, size);
            lastRow = before.lastRow == null ? null : Arrays.copyOf(before.lastRow, size);
        }
    }

    private final Unfinished unfinished;
    private final long[][] outcomes;
    private Chunk[] chunks;
    private int count;
    private long abandoned;

    public ExchangeLog() {
        this(new Chunk[4], new Unfinished(), new long[KINDS.length][OUTCOMES.length], 0);
    }

    private ExchangeLog(Chunk[] chunks, Unfinished unfinished, long[][] outcomes, int count) {
        this.chunks = chunks;
        this.unfinished = unfinished;
        this.outcomes = outcomes;
        this.count = count;
    }

    /** The log as it stands now, for readers. */
    public ExchangeLog view() {
        return new ExchangeLog(chunks, unfinished.view(), null, count);
    }

    public int count() {
        return count;
    }

    // ------------------------------------------------------------------ any thread

    public ExchangeKind kind(int id) {
        return KINDS[chunk(id).kind[id & MASK]];
    }

    /** In which the message or the request travels. */
    public Direction direction(int id) {
        return DIRECTIONS[chunk(id).direction[id & MASK]];
    }

    public int session(int id) {
        return chunk(id).session[id & MASK];
    }

    public int packetId(int id) {
        return chunk(id).packetId[id & MASK];
    }

    /** Number of the topic. */
    public int topic(int id) {
        return chunk(id).topic[id & MASK];
    }

    public int firstRow(int id) {
        return chunk(id).firstRow[id & MASK];
    }

    /** Row at which it was finished, {@link #OPEN} while it is not. */
    public int finishedRow(int id) {
        return chunk(id).finishedRow[id & MASK];
    }

    /** How it ended; to be asked only where {@link #finishedRow} is a row that the caller knows. */
    public Outcome outcome(int id) {
        return OUTCOMES[chunk(id).outcome[id & MASK]];
    }

    /** Exchanges that had begun before {@code row} and were not finished then, in ascending order. */
    public int[] openBefore(int row) {
        int begun = begunBefore(row);
        int[] found = new int[16];
        int size = 0;
        for (int id = unfinished.next(0, row); id < begun; id = unfinished.next(id + 1, row)) {
            if (finishedRow(id) >= row) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = id;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** How many exchanges had begun before {@code row}: their numbers are in the order of their first rows. */
    public int begunBefore(int row) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firstRow(middle) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Chunk chunk(int id) {
        return chunks[id >> CHUNK_BITS];
    }

    // ------------------------------------------------------------------ the writer

    /** A new exchange begins; both sides are idle still. */
    int begin(ExchangeKind kind, int session, int link, Direction direction, int packetId, int topic, int row) {
        int id = count;
        int at = id & MASK;
        Chunk chunk = roomFor(id >> CHUNK_BITS, at);
        chunk.firstRow[at] = row;
        chunk.finishedRow[at] = OPEN;
        chunk.session[at] = session;
        chunk.topic[at] = topic;
        chunk.packetId[at] = (char) packetId;
        chunk.kind[at] = (byte) kind.ordinal();
        chunk.direction[at] = (byte) direction.ordinal();
        chunk.outcome[at] = (byte) Outcome.OPEN.ordinal();
        chunk.lastLink[at] = link;
        outcomes[kind.ordinal()][Outcome.OPEN.ordinal()]++;
        unfinished.add();
        count++;
        return id;
    }

    private Chunk roomFor(int index, int at) {
        if (at == 0) {
            chunks = index == chunks.length ? Arrays.copyOf(chunks, index * 2) : chunks;
            chunks[index] = new Chunk(index == 0 ? FIRST : CHUNK);
        } else if (at == chunks[index].kind.length) {
            // Readers keep the array in which the smaller one is: what they may ask for stands in it.
            chunks = chunks.clone();
            chunks[index] = new Chunk(chunks[index], at * GROWTH);
        }
        return chunks[index];
    }

    /** It is finished at {@code row}. An exchange finishes once; what comes later are repetitions. */
    void finish(int id, int row, Outcome outcome) {
        Chunk chunk = chunk(id);
        int at = id & MASK;
        chunk.outcome[at] = (byte) outcome.ordinal();
        chunk.finishedRow[at] = row;
        unfinished.finish(id, row);
        long[] counters = outcomes[chunk.kind[at]];
        counters[Outcome.OPEN.ordinal()]--;
        counters[outcome.ordinal()]++;
        abandoned += outcome == Outcome.ABANDONED ? 1 : 0;
    }

    /** How many were ever given up, also those that were resumed: who waits for that sees whether to look. */
    public long abandoned() {
        return abandoned;
    }

    /**
     * {@code before} was given up too early, and {@code id} is its continuation: the two are counted as one.
     */
    void resume(int before, int id) {
        outcomes[kind(before).ordinal()][Outcome.ABANDONED.ordinal()]--;
        chunk(id).topic[id & MASK] = topic(before);
        doubt(id);
    }

    /** A row of the trace is its last step now; returns the row before, -1 for the first. */
    public int step(int id, int row) {
        Chunk chunk = chunk(id);
        if (chunk.lastRow == null) {
            chunk.lastRow = new int[chunk.kind.length];
        }
        // Kept plus one, so that 0 is none.
        int before = chunk.lastRow[id & MASK] - 1;
        chunk.lastRow[id & MASK] = row + 1;
        return before;
    }

    /** Link of its last step so far. */
    int lastLink(int id) {
        return chunk(id).lastLink[id & MASK];
    }

    void lastLink(int id, int link) {
        chunk(id).lastLink[id & MASK] = link;
    }

    /**
     * {@link dev.fourshake.model.wire.Bytes#fingerprint} of the message; 0 where its PUBLISH was not the first step.
     */
    public long content(int id) {
        return chunk(id).content[id & MASK];
    }

    void content(int id, long fingerprint) {
        chunk(id).content[id & MASK] = fingerprint;
    }

    /** How often its packets came: see {@link LookBack}. */
    long counts(int id) {
        return chunk(id).counts[id & MASK];
    }

    void counts(int id, long counts) {
        chunk(id).counts[id & MASK] = counts;
    }

    /** The sender's state now. */
    public SenderState sender(int id) {
        return SENDER_STATES[chunk(id).sender[id & MASK]];
    }

    void sender(int id, SenderState state) {
        chunk(id).sender[id & MASK] = (byte) state.ordinal();
    }

    ReceiverState receiver(int id) {
        return RECEIVER_STATES[chunk(id).receiver[id & MASK]];
    }

    void receiver(int id, ReceiverState state) {
        chunk(id).receiver[id & MASK] = (byte) state.ordinal();
    }

    /** A packet of it came more than once, so that a surplus answer may be underway. */
    void repeat(int id) {
        chunk(id).marks[id & MASK] |= REPEATED;
    }

    boolean isRepeated(int id) {
        return (chunk(id).marks[id & MASK] & REPEATED) != 0;
    }

    /** It cannot be told from another with the same identifier, or its beginning was not seen: nobody is accused. */
    void doubt(int id) {
        chunk(id).marks[id & MASK] |= DOUBTFUL;
    }

    /** Whether it cannot be told from another with the same identifier, or its beginning was not seen. */
    public boolean isDoubtful(int id) {
        return (chunk(id).marks[id & MASK] & DOUBTFUL) != 0;
    }

    /** How many exchanges of a kind stand at an outcome now. */
    public long count(ExchangeKind kind, Outcome outcome) {
        return outcomes[kind.ordinal()][outcome.ordinal()];
    }
}
