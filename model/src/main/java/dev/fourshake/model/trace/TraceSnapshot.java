package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Dissection;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.retained.RetainedMessage;
import dev.fourshake.model.session.Link;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Optional;

/**
 * A trace at one moment: never changes, may be read by any thread, and costs no copy of the rows. Rows count from 0;
 * the number that users see is the row plus one.
 */
public final class TraceSnapshot {

    public static final TraceSnapshot EMPTY = new TraceSnapshot();

    TraceSnapshot() {
    }

    /** Grows with each publish that changed something. */
    public long revision() { throw new UnsupportedOperationException(); }

    public int rowCount() { throw new UnsupportedOperationException(); }

    // ------------------------------------------------------------------ columns of one row, all O(1)

    public RowKind kind(int row) { throw new UnsupportedOperationException(); }

    /** Nanoseconds since 1970-01-01T00:00Z. */
    public long timeNanos(int row) { throw new UnsupportedOperationException(); }

    public int link(int row) { throw new UnsupportedOperationException(); }

    /** Of a PACKET, OPAQUE, RELEASED or MISSED row; null for the others. */
    public Direction direction(int row) { throw new UnsupportedOperationException(); }

    /** Type of a PACKET row, and of the packet that a RELEASED row let go; null for the others. */
    public PacketType type(int row) { throw new UnsupportedOperationException(); }

    /** The first byte of a PACKET row: type and flags; 0 for the others. */
    public int firstByte(int row) { throw new UnsupportedOperationException(); }

    /** 0 where there is none. */
    public int packetId(int row) { throw new UnsupportedOperationException(); }

    /** Reason Code of the packet (return code before MQTT 5); -1 where it has none. */
    public int reasonCode(int row) { throw new UnsupportedOperationException(); }

    /** Topic of a PUBLISH row, a topic alias resolved as it stood at that moment; empty for the others. */
    public String topic(int row) { throw new UnsupportedOperationException(); }

    /** Number of bytes of the frame; of a MISSED row, the bytes that were missed (at most Integer.MAX_VALUE). */
    public int length(int row) { throw new UnsupportedOperationException(); }

    /** Raw bytes of a PACKET or OPAQUE row; empty for the others. */
    public Bytes raw(int row) { throw new UnsupportedOperationException(); }

    /** What the tap did with the frame when it came. */
    public Frame.Fate fate(int row) { throw new UnsupportedOperationException(); }

    /** The RELEASED row that ended the hold of a HELD row; -1 while it is still held, and for other rows. */
    public int releasedAt(int row) { throw new UnsupportedOperationException(); }

    /** Number of the session of the row's link at that moment; -1 before a CONNECT. */
    public int session(int row) { throw new UnsupportedOperationException(); }

    /** Number of the exchange that the row belongs to; -1 where to none. */
    public int exchangeId(int row) { throw new UnsupportedOperationException(); }

    public Judgement judgement(int row) { throw new UnsupportedOperationException(); }

    /** Worst severity of the findings that this row proves. */
    public Severity severity(int row) { throw new UnsupportedOperationException(); }

    // ------------------------------------------------------------------ derived on demand

    /** The event that the row was made of, exactly as it was appended: what a capture stores. */
    public WireEvent event(int row) { throw new UnsupportedOperationException(); }

    /** The packet of a PACKET row, decoded anew; empty where its format is broken, and for other rows. */
    public Optional<Packet> packet(int row) { throw new UnsupportedOperationException(); }

    /** The packet of a PACKET row with its field tree; empty for other rows. */
    public Optional<Dissection> dissect(int row) { throw new UnsupportedOperationException(); }

    public int exchangeCount() { throw new UnsupportedOperationException(); }

    /** The exchange as it stands at the end of this snapshot. */
    public Exchange exchange(int id) { throw new UnsupportedOperationException(); }

    /** The exchange as it stood just after {@code row}, which must not be before its first. */
    public Exchange exchangeAt(int id, int row) { throw new UnsupportedOperationException(); }

    /** Numbers of the exchanges that had begun before {@code row} and were not finished then, in ascending order. */
    public int[] openExchanges(int row) { throw new UnsupportedOperationException(); }

    /** Row after which an exchange was finished (its last step if complete or rejected); -1 while it is open. */
    public int finishedAt(int exchangeId) { throw new UnsupportedOperationException(); }

    /** HELD rows that are not released yet, in order. */
    public List<Integer> heldRows() { throw new UnsupportedOperationException(); }

    // ------------------------------------------------------------------ small changing data, a revision a part

    /** All links, in the order of their numbers (link n stands at n - 1). */
    public List<Link> links() { throw new UnsupportedOperationException(); }

    public List<Session> sessions() { throw new UnsupportedOperationException(); }

    /** In the order of first appearance. */
    public List<RetainedMessage> retained() { throw new UnsupportedOperationException(); }

    /** In the order in which they were found; only grows. */
    public List<Finding> findings() { throw new UnsupportedOperationException(); }

    public long linksRevision() { throw new UnsupportedOperationException(); }

    public long sessionsRevision() { throw new UnsupportedOperationException(); }

    public long retainedRevision() { throw new UnsupportedOperationException(); }

    public Totals totals() { throw new UnsupportedOperationException(); }
}
