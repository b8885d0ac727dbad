package dev.fourshake.model.trace;

import dev.fourshake.model.delivery.MessageTotals;
import dev.fourshake.model.delivery.Publication;
import dev.fourshake.model.delivery.TieLog;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.dissect.Dissection;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.retained.RetainedMessage;
import dev.fourshake.model.session.Link;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A trace at one moment: never changes, may be read by any thread, and costs no copy of the rows. Rows count from 0;
 * the number that users see is the row plus one. A row or an exchange that it does not know is an
 * {@link IndexOutOfBoundsException}.
 */
public final class TraceSnapshot {

    /** The trace in which nothing has happened yet. */
    public static final TraceSnapshot EMPTY = new TraceSnapshot();

    private final long revision;
    private final Rows rows;
    private final ExchangeLog exchanges;
    private final TraceHistory history;
    private final List<String> topics;
    private final List<WireEvent> events;
    private final List<HeldFrames.Hold> holds;
    private final List<Integer> heldRows;
    private final List<Link> links;
    private final List<Session> sessions;
    private final List<RetainedMessage> retained;
    private final List<Finding> findings;
    private final Totals totals;
    private final MessageTotals messages;
    private final Publications publications;

    private TraceSnapshot() {
        Ledger<KeptRows> nothing = new Ledger<>(KeptRows::new, new TieLog());
        this(0, nothing, new Snapshots<>(nothing.sessions.links(), LinkState::toLink),
                new Snapshots<>(nothing.sessions.sessions(), SessionState::toSession));
    }

    /** The ledger as it stands now. Called by the writer. */
    TraceSnapshot(long revision, Ledger<KeptRows> ledger, Snapshots<?, Link> links, Snapshots<?, Session> sessions) {
        this.revision = revision;
        this.rows = ledger.rows.rows.view();
        this.exchanges = ledger.exchanges.view();
        this.history = new TraceHistory(rows, ledger.rows.arena.view());
        this.topics = ledger.topics.view();
        this.events = ledger.rows.events.view();
        this.holds = ledger.held.holds();
        this.heldRows = ledger.held.view();
        this.links = links.view();
        this.sessions = sessions.view();
        this.retained = ledger.retained.view();
        this.findings = ledger.findings.view();
        this.totals = ledger.counters.totals(ledger.exchanges);
        this.messages = ledger.ties.totals();
        this.publications = new Publications(rows, exchanges, ledger.ties.log().view());
    }

    /** Grows with each publish that changed something. */
    public long revision() {
        return revision;
    }

    public int rowCount() {
        return rows.count();
    }

    // ------------------------------------------------------------------ columns of one row, all O(1)

    public RowKind kind(int row) {
        return rows.kind(known(row));
    }

    /** Nanoseconds since 1970-01-01T00:00Z. */
    public long timeNanos(int row) {
        return rows.timeNanos(known(row));
    }

    public int link(int row) {
        return rows.link(known(row));
    }

    /** Of a PACKET, OPAQUE, RELEASED or MISSED row; null for the others. */
    public Direction direction(int row) {
        return rows.direction(known(row));
    }

    /** Type of a PACKET row, and of the packet that a RELEASED row let go; null for the others. */
    public PacketType type(int row) {
        return rows.type(known(row));
    }

    /** The first byte of a PACKET row: type and flags; 0 for the others. */
    public int firstByte(int row) {
        return kind(row) == RowKind.PACKET ? rows.firstByte(row) : 0;
    }

    /** 0 where there is none. */
    public int packetId(int row) {
        return rows.packetId(known(row));
    }

    /**
     * Reason Code of the packet (return code before MQTT 5), the worst one of a SUBACK or UNSUBACK; -1 where it has
     * none.
     */
    public int reasonCode(int row) {
        return rows.reasonCode(known(row));
    }

    /** Topic of a PUBLISH row, a topic alias resolved as it stood at that moment; empty for the others. */
    public String topic(int row) {
        return topics.get(rows.topic(known(row)));
    }

    /** All topics of the trace, in the order in which they appeared; the first is the empty one. Only grows. */
    public List<String> topics() {
        return topics;
    }

    /** Number of bytes of the frame; of a MISSED row, the bytes that were missed (at most Integer.MAX_VALUE). */
    public int length(int row) {
        return rows.length(known(row));
    }

    /** Raw bytes of a PACKET or OPAQUE row; empty for the others. */
    public Bytes raw(int row) {
        return history.raw(known(row));
    }

    /** What the tap did with the frame when it came. */
    public Frame.Fate fate(int row) {
        return rows.fate(known(row));
    }

    /** The RELEASED row that ended the hold of a HELD row; -1 while it is still held, and for other rows. */
    public int releasedAt(int row) {
        return kind(row) == RowKind.RELEASED ? -1 : rows.held(row);
    }

    /** The HELD row whose frame a RELEASED row let go (or threw away); -1 for other rows. */
    public int heldAt(int row) {
        return kind(row) == RowKind.RELEASED ? rows.held(row) : -1;
    }

    /** Number of the session of the row's link at that moment; -1 before a CONNECT. */
    public int session(int row) {
        return rows.session(known(row));
    }

    /** Number of the exchange that the row belongs to; -1 where to none. */
    public int exchangeId(int row) {
        return rows.exchange(known(row));
    }

    public Judgement judgement(int row) {
        return rows.judgement(known(row));
    }

    /** Worst severity of the findings that this row gave away: it is the last of their rows. */
    public Severity severity(int row) {
        return rows.severity(known(row));
    }

    // ------------------------------------------------------------------ derived on demand

    /** The event that the row was made of, exactly as it was appended: what a capture stores. */
    public WireEvent event(int row) {
        return switch (kind(row)) {
            case PACKET -> frame(row, false);
            case OPAQUE -> frame(row, true);
            case LINK_OPENED, LINK_ENDED, RELEASED, MISSED -> events.get((int) rows.position(row));
        };
    }

    private Frame frame(int row, boolean opaque) {
        long holdId = fate(row) == Frame.Fate.HELD ? HeldFrames.holdId(holds, row) : 0;
        return new Frame(link(row), timeNanos(row), direction(row), raw(row), opaque, fate(row), holdId,
                rows.text(row));
    }

    /** The packet of a PACKET row, decoded anew; empty where its format is broken, and for other rows. */
    public Optional<Packet> packet(int row) {
        return kind(row) == RowKind.PACKET
                ? Decoder.decode(raw(row), version(row), rows.direction(row)).packet() : Optional.empty();
    }

    /** The packet of a PACKET row with its field tree; empty for other rows. */
    public Optional<Dissection> dissect(int row) {
        return kind(row) == RowKind.PACKET
                ? Optional.of(Decoder.dissect(raw(row), version(row), rows.direction(row))) : Optional.empty();
    }

    public int exchangeCount() {
        return exchanges.count();
    }

    /** The exchange as it stands at the end of this snapshot. */
    public Exchange exchange(int id) {
        return exchangeAt(id, rowCount() - 1);
    }

    /** The exchange as it stood just after {@code row}, which must not be before its first. */
    public Exchange exchangeAt(int id, int row) {
        int first = exchanges.firstRow(knownExchange(id));
        if (row < first || row >= rowCount()) {
            throw new IndexOutOfBoundsException("Exchange " + id + " begins at row " + first + ", not at " + row);
        }
        List<Step> steps = new ArrayList<>();
        for (int at = first; at >= 0 && at <= row; at = rows.next(at)) {
            steps.add(new Step(at, rows.type(at), rows.judgement(at), rows.sender(at), rows.receiver(at)));
        }
        Step last = steps.getLast();
        int finished = exchanges.finishedRow(id);
        Outcome outcome = finished <= row ? exchanges.outcome(id) : Outcome.OPEN;
        boolean forgotten = outcome == Outcome.ABANDONED && last.row() <= finished;
        return new Exchange(id, exchanges.kind(id), exchanges.session(id), exchanges.direction(id),
                exchanges.packetId(id), topics.get(exchanges.topic(id)), steps,
                forgotten ? SenderState.IDLE : last.sender(), forgotten ? ReceiverState.IDLE : last.receiver(),
                outcome);
    }

    /**
     * The message across the broker that an exchange belongs to: its publisher's exchange and those of all deliveries.
     * Empty for what is no message, and for a message of a broker whose publisher is not known.
     */
    public Optional<Publication> message(int exchangeId) {
        int publisher = publications.publisherOf(knownExchange(exchangeId));
        return publisher < 0 ? Optional.empty() : Optional.of(publications.of(publisher));
    }

    /** Exchange by which the message of this exchange was published; -1 where there is none or it is not known. */
    public int publisherOf(int exchangeId) {
        return publications.publisherOf(knownExchange(exchangeId));
    }

    /** Numbers of the exchanges that had begun before {@code row} and were not finished then, in ascending order. */
    public int[] openExchanges(int row) {
        return exchanges.openBefore(row);
    }

    /** Row after which an exchange was finished (its last step if complete or rejected); -1 while it is open. */
    public int finishedAt(int exchangeId) {
        int row = exchanges.finishedRow(knownExchange(exchangeId));
        return row < rowCount() ? row : -1;
    }

    /** How an exchange stands at the end of this snapshot. */
    public Outcome outcome(int exchangeId) {
        return finishedAt(exchangeId) < 0 ? Outcome.OPEN : exchanges.outcome(exchangeId);
    }

    /** State of the sender of the row's exchange after it; IDLE where it belongs to none. */
    public SenderState sender(int row) {
        return rows.sender(known(row));
    }

    /** State of the receiver of the row's exchange after it; IDLE where it belongs to none. */
    public ReceiverState receiver(int row) {
        return rows.receiver(known(row));
    }

    /**
     * The version that the packet of a PACKET row is read as. Where the CONNECT was not seen and a later packet has
     * shown another version than was assumed at first, it is that one, unless the packet cannot be read in it; what was
     * found and tracked by then stays.
     */
    public ProtocolVersion version(int row) {
        ProtocolVersion assumed = rows.version(known(row));
        Optional<ProtocolVersion> anew = kind(row) == RowKind.PACKET ? links.get(rows.link(row) - 1).readAnew()
                : Optional.empty();
        return anew.isPresent() && anew.get() != assumed
                && Decoder.decode(raw(row), anew.get(), rows.direction(row)).isOk() ? anew.get() : assumed;
    }

    /** HELD rows that are not released yet, in order. */
    public List<Integer> heldRows() {
        return heldRows;
    }

    // ------------------------------------------------------------------ small data: the same list until it changes

    /** All links, in the order of their numbers (link n stands at n - 1). */
    public List<Link> links() {
        return links;
    }

    public List<Session> sessions() {
        return sessions;
    }

    /** In the order of first appearance. */
    public List<RetainedMessage> retained() {
        return retained;
    }

    /** In the order in which they were found; only grows. */
    public List<Finding> findings() {
        return findings;
    }

    public Totals totals() {
        return totals;
    }

    /** What is known of messages across the brokers. */
    public MessageTotals messages() {
        return messages;
    }

    /** What it comes to. */
    public TraceSummary summary() {
        return new TraceSummary(links.size(), sessions, totals, messages, findings);
    }

    private int known(int row) {
        return Objects.checkIndex(row, rows.count());
    }

    private int knownExchange(int id) {
        return Objects.checkIndex(id, exchanges.count());
    }
}
