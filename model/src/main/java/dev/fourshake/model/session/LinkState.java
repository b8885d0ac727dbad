package dev.fourshake.model.session;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;

/** What the trace knows of one connection while it reads it. Writer's thread only; readers get {@link Link}. */
public final class LinkState {

    private final int number;
    private final LinkOpened opened;
    private final int firstRow;
    private final LinkRequests requests = new LinkRequests();
    private final TopicAliases clientAliases = new TopicAliases();
    private final TopicAliases serverAliases = new TopicAliases();
    private ProtocolVersion version;
    private boolean versionAssumed;
    private boolean versionProven;
    private long readAnewAt;
    private SessionState session;
    private Connect connect;
    private int connectRow = -1;
    // what binds the sender of each direction; fields and no arrays, as each packet's rules look at them
    private Limits clientLimits = Limits.NONE;
    private Limits serverLimits = Limits.NONE;
    private Connack connack;
    private int connackRow = -1;
    private boolean waited;
    private int challenges;
    private int tamperRow = -1;
    private boolean fresh;
    private LinkEnded ended;
    private long packets;
    private long missedBytes;
    private int holeRow = -1;
    private long holeNanos = Long.MIN_VALUE;
    private Direction holeDirection;
    private boolean heldBack;
    private int watchers;
    private long heardNanos;
    private int heardRow = -1;
    private Link seen;

    LinkState(LinkOpened opened, int firstRow) {
        this.number = opened.link();
        this.opened = opened;
        this.firstRow = firstRow;
    }

    public int number() {
        return number;
    }

    /** Row of the trace that told of it first. */
    public int firstRow() {
        return firstRow;
    }

    public LinkOpened opened() {
        return opened;
    }

    /** What its packets are to be read as: its CONNECT's version, or the one that was assumed. */
    public ProtocolVersion readAs() {
        return version == null ? ProtocolVersion.MQTT_3_1_1 : version;
    }

    /** Whether its CONNECT was not seen, so that the version was worked out from its packets. */
    public boolean versionAssumed() {
        return versionAssumed;
    }

    /**
     * Its version is not known from a CONNECT: says what its next packet looks like.
     *
     * @param proven the packet can be read in no other version
     */
    public void assume(ProtocolVersion assumed, boolean proven) {
        readAnewAt = versionAssumed && assumed != version ? packets + 1 : readAnewAt;
        version = assumed;
        versionAssumed = true;
        versionProven = proven;
        seen = null;
    }

    /** Whether a packet has come that can only be of the version that is assumed. */
    public boolean isVersionProven() {
        return versionProven;
    }

    /** Whether with this packet, and not the first one, another version is assumed than before. */
    public boolean isReadAnew() {
        return readAnewAt == packets && packets > 1;
    }

    /** The session it belongs to; empty before its CONNECT. */
    public Optional<SessionState> session() {
        return Optional.ofNullable(session);
    }

    /** Number of the session it belongs to; -1 while it belongs to none. */
    public int sessionId() {
        return session == null ? -1 : session.id();
    }

    public Optional<Connect> connect() {
        return Optional.ofNullable(connect);
    }

    /** Row of its first CONNECT; -1 where there is none. */
    public int connectRow() {
        return connectRow;
    }

    /** Its last CONNACK. */
    public Optional<Connack> connack() {
        return Optional.ofNullable(connack);
    }

    /** Row of its first CONNACK that could be read; -1 where there is none. */
    public int connackRow() {
        return connackRow;
    }

    /** What the receiver of this direction has set as limits for its sender. */
    public Limits limits(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? clientLimits : serverLimits;
    }

    /**
     * Whether the client has surely read the CONNACK before it sent what comes behind it in the trace: it waited for
     * it, and the tap let it through at once. Only then the limits in it bind the client.
     */
    public boolean isClientInformed() {
        return waited && holeRow < 0 && (tamperRow < 0 || tamperRow > connackRow);
    }

    /** Whether all of it was seen from its CONNECT on, and the tap has passed everything on at once. */
    public boolean isUntouched() {
        return connectRow >= 0 && holeRow < 0 && tamperRow < 0;
    }

    /** Whether the tap has done something to a packet, or made one. */
    public boolean isTampered() {
        return tamperRow >= 0;
    }

    /** The tap did something to a packet, or made one. */
    public void tampered(int row) {
        if (tamperRow < 0) {
            tamperRow = row;
        }
    }

    /** Keep Alive in force, in seconds: the server's where it has set one; 0 where it is off or nobody knows. */
    public int keepAlive() {
        int asked = connect == null ? 0 : connect.keepAlive();
        return connack == null ? asked
                : (int) connack.properties().number(PropertyId.SERVER_KEEP_ALIVE).orElse(asked);
    }

    /**
     * Whether the session began with this connection, so that nothing of it can have travelled unseen: Session
     * Present was 0, or (until CONNACK) Clean Start was 1.
     */
    public boolean isFresh() {
        return fresh;
    }

    public boolean hasEnded() {
        return ended != null;
    }

    /** Row of the last FramesMissed; -1 where nothing was missed. */
    public int holeRow() {
        return holeRow;
    }

    public LinkRequests requests() {
        return requests;
    }

    public TopicAliases aliases(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? clientAliases : serverAliases;
    }

    /** Packets so far, both directions. */
    public long packets() {
        return packets;
    }

    /** One more packet has passed, in whatever direction. */
    public void countPacket() {
        packets++;
        seen = null;
    }

    /** An AUTH came between CONNECT and CONNACK: a part of the waiting. */
    public void challenged() {
        challenges++;
    }

    // ------------------------------------------------------------------ for rules

    /** Somebody wants to be shown all that comes on this connection, until as many {@link #unwatch}. */
    public void watch() {
        watchers++;
    }

    /** One of those who called {@link #watch} wants no more. */
    public void unwatch() {
        watchers--;
    }

    /** Whether anybody wants to be shown all that comes. */
    public boolean isWatched() {
        return watchers > 0;
    }

    /** When the client was heard last before the packet that is looked at, or got its CONNACK, for which it waits. */
    public long heardNanos() {
        return heardNanos;
    }

    /** The row of what was heard last from the client; -1 where nothing was. */
    public int heardRow() {
        return heardRow;
    }

    /** The client was heard. */
    public void heard(long timeNanos, int row) {
        heardNanos = timeNanos;
        heardRow = row;
    }

    /** The client has its CONNACK, for which it waited in silence. */
    public void heardBack(long timeNanos) {
        heardNanos = timeNanos;
    }

    // ------------------------------------------------------------------ for sessions

    void connected(Connect connect, ProtocolVersion version, SessionState session, int row) {
        this.connect = connect;
        this.version = version;
        this.versionAssumed = false;
        this.session = session;
        this.connectRow = row;
        this.fresh = connect.cleanStart();
        if (version.isMqtt5()) {
            serverLimits = Limits.of(connect.properties());
        }
        seen = null;
    }

    void anonymous(SessionState session) {
        this.session = session;
        seen = null;
    }

    void answered(Connack connack, boolean fresh, int row) {
        if (connackRow < 0) {
            connackRow = row;
            waited = packets == 2 + challenges;
        }
        if (readAs().isMqtt5() && connack.isAccepted()) {
            clientLimits = Limits.of(connack.properties());
        }
        this.connack = connack;
        this.fresh = fresh;
        seen = null;
    }

    /** A packet has come. */
    public void arrived(Direction direction, long timeNanos) {
        heldBack = direction == holeDirection && timeNanos == holeNanos;
    }

    /**
     * Whether the packet that has come is told in the moment in which a hole before it is: it had waited until it was
     * certain that the hole would not be filled, and was sent before what was told meanwhile.
     */
    public boolean isHeldBack() {
        return heldBack;
    }

    void ended(LinkEnded ended) {
        this.ended = ended;
        seen = null;
    }

    void missed(FramesMissed missed, int row) {
        missedBytes += missed.bytes();
        holeRow = row;
        holeNanos = missed.timeNanos();
        holeDirection = missed.direction();
        fresh = false;
        seen = null;
    }

    /** The link as it stands now, for readers. */
    public Link toLink() {
        if (seen == null) {
            seen = new Link(opened, versionAssumed ? Optional.empty() : Optional.ofNullable(version),
                    versionAssumed && readAnewAt > 0 ? Optional.of(version) : Optional.empty(),
                    sessionId(), keepAlive(), Optional.ofNullable(ended), firstRow, packets, missedBytes);
        }
        return seen;
    }
}
