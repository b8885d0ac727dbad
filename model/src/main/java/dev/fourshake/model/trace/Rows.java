package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Arrays;

/**
 * The rows of a trace in columns: chunks of 65,536 rows, 52 bytes a row; the first one grows to that, as most traces of
 * a drill are short. One thread adds. A reader gets a
 * {@link #view()} after rows were added, by a safe publication, and asks for no row at or above the count that was
 * published with it: those below never change, save two columns that name a <em>later</em> row ({@link #next} and
 * {@link #releasedAt}), and a row that the reader does not know yet counts as none.
 */
final class Rows {

    static final int CHUNK_BITS = 16;
    static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MASK = CHUNK - 1;
    /** Rows for which the first chunk has room at first, and how much it grows at a time. */
    private static final int FIRST = 1 << 8;
    private static final int GROWTH = 4;

    /** Of memory, for each row. */
    static final long ROW_BYTES = 52;

    private static final RowKind[] KINDS = RowKind.values();
    private static final Direction[] DIRECTIONS = {null, Direction.CLIENT_TO_SERVER, Direction.SERVER_TO_CLIENT};
    private static final Frame.Fate[] FATES = Frame.Fate.values();
    private static final Judgement[] JUDGEMENTS = Judgement.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final SenderState[] SENDER_STATES = SenderState.values();
    private static final ReceiverState[] RECEIVER_STATES = ReceiverState.values();
    private static final ProtocolVersion[] VERSIONS = ProtocolVersion.values();

    /** Positions of small values in one int. */
    private static final int FATE = 3;
    private static final int DIRECTION = 6;
    private static final int JUDGEMENT = 8;
    private static final int SEVERITY = 11;
    private static final int SENDER = 13;
    private static final int RECEIVER = 16;
    private static final int VERSION = 19;
    private static final int HAS_REASON = 21;
    private static final int TEXT = 22;

    private static final class Chunk {
        final long[] timeNanos;
        final long[] position;
        final int[] link;
        final int[] length;
        final int[] topic;
        final int[] session;
        final int[] exchange;
        final int[] next;
        /** Of a RELEASED row the HELD one; of a HELD row the RELEASED one, once there is one. */
        final int[] held;
        final int[] bits;
        final char[] packetId;
        final byte[] firstByte;
        final byte[] reasonCode;

        private Chunk(int size) {
            timeNanos = new long[size];
            position = new long[size];
            link = new int[size];
            length = new int[size];
            topic = new int[size];
            session = new int[size];
            exchange = new int[size];
            next = new int[size];
            held = new int[size];
            bits = new int[size];
            packetId = new char[size];
            firstByte = new byte[size];
            reasonCode = new byte[size];
        }

        /** The same rows with room for more. */
        private Chunk(Chunk before, int size) {
            timeNanos = Arrays.copyOf(before.timeNanos, size);
            position = Arrays.copyOf(before.position, size);
            link = Arrays.copyOf(before.link, size);
            length = Arrays.copyOf(before.length, size);
            topic = Arrays.copyOf(before.topic, size);
            session = Arrays.copyOf(before.session, size);
            exchange = Arrays.copyOf(before.exchange, size);
            next = Arrays.copyOf(before.next, size);
            held = Arrays.copyOf(before.held, size);
            bits = Arrays.copyOf(before.bits, size);
            packetId = Arrays.copyOf(before.packetId, size);
            firstByte = Arrays.copyOf(before.firstByte, size);
            reasonCode = Arrays.copyOf(before.reasonCode, size);
        }
    }

    private Chunk[] chunks;
    private int count;

    Rows() {
        this(new Chunk[4], 0);
    }

    private Rows(Chunk[] chunks, int count) {
        this.chunks = chunks;
        this.count = count;
    }

    Rows view() {
        return new Rows(chunks, count);
    }

    int count() {
        return count;
    }

    // ------------------------------------------------------------------ the writer

    void add(Row row) {
        int at = count & MASK;
        Chunk chunk = roomFor(count >> CHUNK_BITS, at);
        chunk.timeNanos[at] = row.timeNanos;
        chunk.position[at] = row.position;
        chunk.link[at] = row.link;
        chunk.length[at] = row.length;
        chunk.topic[at] = row.topic;
        chunk.session[at] = row.session;
        chunk.exchange[at] = row.exchange;
        chunk.next[at] = Integer.MAX_VALUE;
        chunk.held[at] = row.held < 0 ? Integer.MAX_VALUE : row.held;
        chunk.bits[at] = bits(row);
        chunk.packetId[at] = (char) row.packetId;
        chunk.firstByte[at] = (byte) row.firstByte;
        chunk.reasonCode[at] = (byte) row.reasonCode;
        count++;
    }

    private Chunk roomFor(int index, int at) {
        if (at == 0) {
            chunks = index == chunks.length ? Arrays.copyOf(chunks, index * 2) : chunks;
            chunks[index] = new Chunk(index == 0 ? FIRST : CHUNK);
        } else if (at == chunks[index].bits.length) {
            // Readers keep the array in which the smaller one is: what they may ask for stands in it.
            chunks = chunks.clone();
            chunks[index] = new Chunk(chunks[index], at * GROWTH);
        }
        return chunks[index];
    }

    private static int bits(Row row) {
        return row.kind.ordinal()
                | row.fate.ordinal() << FATE
                | (row.direction == null ? 0 : row.direction.ordinal() + 1) << DIRECTION
                | row.judgement.ordinal() << JUDGEMENT
                | row.severity.ordinal() << SEVERITY
                | row.sender.ordinal() << SENDER
                | row.receiver.ordinal() << RECEIVER
                | (row.version == null ? 0 : row.version.ordinal()) << VERSION
                | (row.reasonCode < 0 ? 0 : 1) << HAS_REASON
                | (row.text ? 1 : 0) << TEXT;
    }

    /** {@code later} is the next row of the exchange that {@code row} belongs to. */
    void follow(int row, int later) {
        chunk(row).next[row & MASK] = later;
    }

    /** {@code later} lets go the frame that {@code row} held. */
    void release(int row, int later) {
        chunk(row).held[row & MASK] = later;
    }

    // ------------------------------------------------------------------ any thread

    RowKind kind(int row) {
        return KINDS[bits(row) & 7];
    }

    Frame.Fate fate(int row) {
        return FATES[bits(row) >> FATE & 7];
    }

    /** Whether the frame came in a text frame of a WebSocket. */
    boolean text(int row) {
        return (bits(row) >> TEXT & 1) != 0;
    }

    Direction direction(int row) {
        return DIRECTIONS[bits(row) >> DIRECTION & 3];
    }

    Judgement judgement(int row) {
        return JUDGEMENTS[bits(row) >> JUDGEMENT & 7];
    }

    Severity severity(int row) {
        return SEVERITIES[bits(row) >> SEVERITY & 3];
    }

    SenderState sender(int row) {
        return SENDER_STATES[bits(row) >> SENDER & 7];
    }

    ReceiverState receiver(int row) {
        return RECEIVER_STATES[bits(row) >> RECEIVER & 7];
    }

    /** The version that the packet was read as. */
    ProtocolVersion version(int row) {
        return VERSIONS[bits(row) >> VERSION & 3];
    }

    long timeNanos(int row) {
        return chunk(row).timeNanos[row & MASK];
    }

    int link(int row) {
        return chunk(row).link[row & MASK];
    }

    PacketType type(int row) {
        return switch (kind(row)) {
            case PACKET -> PacketType.ofFirstByte(firstByte(row));
            case RELEASED -> held(row) < 0 ? null : type(held(row));
            case OPAQUE, LINK_OPENED, LINK_ENDED, MISSED -> null;
        };
    }

    int firstByte(int row) {
        return chunk(row).firstByte[row & MASK] & 0xFF;
    }

    int packetId(int row) {
        return chunk(row).packetId[row & MASK];
    }

    int reasonCode(int row) {
        return (bits(row) >> HAS_REASON & 1) == 0 ? -1 : chunk(row).reasonCode[row & MASK] & 0xFF;
    }

    int topic(int row) {
        return chunk(row).topic[row & MASK];
    }

    int length(int row) {
        return chunk(row).length[row & MASK];
    }

    /** Where the raw bytes are in the {@link RawArena}. */
    long position(int row) {
        return chunk(row).position[row & MASK];
    }

    int session(int row) {
        return chunk(row).session[row & MASK];
    }

    int exchange(int row) {
        return chunk(row).exchange[row & MASK];
    }

    /** The next row of the same exchange, -1 where this view knows none. */
    int next(int row) {
        int next = chunk(row).next[row & MASK];
        return next < count ? next : -1;
    }

    /** The RELEASED row of a HELD one, the HELD row of a RELEASED one; -1 where this view knows none. */
    int held(int row) {
        int held = chunk(row).held[row & MASK];
        return held < count ? held : -1;
    }

    private int bits(int row) {
        return chunk(row).bits[row & MASK];
    }

    private Chunk chunk(int row) {
        return chunks[row >> CHUNK_BITS];
    }
}
