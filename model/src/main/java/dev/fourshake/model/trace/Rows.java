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
 * The rows of a trace in columns: chunks of 65,536 rows, 52 bytes a row. One thread adds. A reader gets a
 * {@link #view()} after rows were added, by a safe publication, and asks for no row at or above the count that was
 * published with it: those below never change, save two columns that name a <em>later</em> row ({@link #next} and
 * {@link #releasedAt}), and a row that the reader does not know yet counts as none.
 */
final class Rows {

    static final int CHUNK_BITS = 16;
    static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MASK = CHUNK - 1;

    /** Of memory, for each row. */
    static final long ROW_BYTES = 53;

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
        final long[] timeNanos = new long[CHUNK];
        final long[] position = new long[CHUNK];
        final int[] link = new int[CHUNK];
        final int[] length = new int[CHUNK];
        final int[] topic = new int[CHUNK];
        final int[] session = new int[CHUNK];
        final int[] exchange = new int[CHUNK];
        final int[] next = new int[CHUNK];
        /** Of a RELEASED row the HELD one; of a HELD row the RELEASED one, once there is one. */
        final int[] held = new int[CHUNK];
        final int[] bits = new int[CHUNK];
        final char[] packetId = new char[CHUNK];
        final byte[] firstByte = new byte[CHUNK];
        final byte[] reasonCode = new byte[CHUNK];
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
        int index = count >> CHUNK_BITS;
        if (index == chunks.length) {
            chunks = Arrays.copyOf(chunks, index * 2);
        }
        if (chunks[index] == null) {
            chunks[index] = new Chunk();
        }
        Chunk chunk = chunks[index];
        int at = count & MASK;
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
