package dev.fourshake.model.session;

import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the trace knows of one session while it reads it: all that outlives a connection. Writer's thread only;
 * readers get {@link Session}.
 */
public final class SessionState {

    /** A Session Expiry Interval that never ends (MQTT 5.0 section 3.1.2.11.2). */
    public static final long NEVER = 0xFFFFFFFFL;

    private static final int DEFAULT_RECEIVE_MAXIMUM = 65_535;

    private final int id;
    private final String broker;
    private final List<Integer> links = new ArrayList<>();
    private final List<Boolean> sessionPresent = new ArrayList<>();
    private final Map<String, TopicSubscription> subscriptions = new LinkedHashMap<>();
    private final PacketIdTable clientIds = new PacketIdTable();
    private final PacketIdTable serverIds = new PacketIdTable();
    private int clientOpen;
    private int serverOpen;
    private final PacketIdTable requestIds = new PacketIdTable();
    private String clientId;
    private ProtocolVersion version;
    private Connect connect;
    private long expirySeconds;
    private int connectedLink = -1;
    private int receiveMaximum = DEFAULT_RECEIVE_MAXIMUM;
    private boolean publisher;
    private boolean subscriber;
    private boolean known;
    private boolean over;
    private int holeRow = -1;
    /** Not null until the first packet of this direction behind a hole in the other one. */
    private Direction unsettled;
    private Session seen;

    SessionState(int id, String clientId, String broker, ProtocolVersion version) {
        this.id = id;
        this.clientId = clientId;
        this.broker = broker;
        this.version = version;
    }

    public int id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    /** Address of its broker. */
    public String broker() {
        return broker;
    }

    /** Whether its whole state is known: it began within the trace. */
    public boolean isKnown() {
        return known;
    }

    /** Whether it has ended with its last connection, or has expired since: nothing of it can be left. */
    boolean isOver() {
        return over;
    }

    /** Row of the last hole in what was seen of it; -1 where there is none since it began. */
    public int holeRow() {
        return holeRow;
    }

    /** Packet Identifiers chosen by the sender of this direction. */
    public PacketIdTable ids(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? clientIds : serverIds;
    }

    /** Packet Identifiers of SUBSCRIBE and UNSUBSCRIBE. */
    public PacketIdTable requestIds() {
        return requestIds;
    }

    /** The link it is connected by, -1 while it is offline. */
    public int connectedLink() {
        return connectedLink;
    }

    /** Session Expiry Interval in force, in seconds. */
    public long expirySeconds() {
        return expirySeconds;
    }

    /** A delivery at QoS 1 or 2 has begun in this direction. */
    public void opened(Direction direction) {
        count(direction, 1);
    }

    /** A delivery at QoS 1 or 2 has ended in this direction. */
    public void closed(Direction direction) {
        count(direction, -1);
    }

    private void count(Direction direction, int more) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            clientOpen += more;
        } else {
            serverOpen += more;
        }
        seen = null;
    }

    /** Deliveries at QoS 1 or 2 that are open in this direction. */
    public int open(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? clientOpen : serverOpen;
    }

    /** The client has published. */
    public void published() {
        if (!publisher) {
            publisher = true;
            seen = null;
        }
    }

    /** The broker has granted these Topic Filters, or has sent a message. */
    public void subscribed(List<TopicSubscription> granted) {
        subscriber = true;
        for (TopicSubscription subscription : granted) {
            subscriptions.put(subscription.topicFilter(), subscription);
        }
        seen = null;
    }

    /** What the broker has granted and not ended. */
    public Collection<TopicSubscription> subscriptions() {
        return Collections.unmodifiableCollection(subscriptions.values());
    }

    /** The broker has sent a message. */
    public void delivered() {
        if (!subscriber) {
            subscriber = true;
            seen = null;
        }
    }

    /** The broker has ended these subscriptions. */
    public void unsubscribed(List<String> topicFilters) {
        subscriptions.keySet().removeAll(topicFilters);
        seen = null;
    }

    int connections() {
        return links.size();
    }

    int lastLink() {
        return links.getLast();
    }

    void connecting(Connect connect, ProtocolVersion version, int link) {
        this.connect = connect;
        this.version = version;
        if (links.isEmpty() || links.getLast() != link) {
            links.add(link);
        }
        if (links.size() == 1) {
            known = connect.cleanStart();
            expirySeconds = expiryOf(connect, version);
        }
        receiveMaximum = (int) connect.properties().number(PropertyId.RECEIVE_MAXIMUM).orElse(DEFAULT_RECEIVE_MAXIMUM);
        seen = null;
    }

    /** How long the session is to be kept after a connection that began with {@code connect}. */
    private static long expiryOf(Connect connect, ProtocolVersion version) {
        return version.isMqtt5()
                ? connect.properties().number(PropertyId.SESSION_EXPIRY_INTERVAL).orElse(0)
                : connect.cleanStart() ? 0 : NEVER;
    }

    /** Its CONNECT was not seen, and its packets are taken for another version than before. */
    void readAnew(ProtocolVersion assumed) {
        version = assumed;
        seen = null;
    }

    void anonymous(int link) {
        links.add(link);
        connectedLink = link;
    }

    void answered(boolean present) {
        sessionPresent.add(present);
        seen = null;
    }

    /** The broker has accepted a connection. */
    void connected(LinkState link) {
        connectedLink = link.number();
        over = false;
        link.connect().ifPresent(accepted -> expirySeconds = expiryOf(accepted, link.readAs()));
        seen = null;
    }

    void disconnected() {
        connectedLink = -1;
        seen = null;
    }

    void expiry(long seconds) {
        expirySeconds = seconds;
        seen = null;
    }

    /** It was dropped, and no connection is there to begin the next one. */
    void over() {
        over = true;
    }

    void assigned(String assignedClientId) {
        clientId = assignedClientId;
        seen = null;
    }

    void missed(int row) {
        holeRow = row;
    }

    /** Bytes of this direction were not seen. */
    void missed(int row, Direction direction) {
        missed(row);
        unsettled = direction.opposite();
    }

    /**
     * A packet came. The first one behind a hole in the other direction may have been sent before the bytes that are
     * missing, and come late itself: its answer may be among them.
     */
    public void came(Direction direction, int row) {
        if (unsettled == direction) {
            unsettled = null;
            missed(row);
        }
    }

    /** Nothing is remembered any more by either side; from now on all of it is seen. */
    void dropped() {
        subscriptions.clear();
        known = true;
        holeRow = -1;
        unsettled = null;
        seen = null;
    }

    /** The session as it stands now, for readers. */
    public Session toSession() {
        if (seen == null) {
            seen = new Session(id, clientId, broker, version, Optional.ofNullable(connect), links, sessionPresent,
                    connect == null ? OptionalLong.empty() : OptionalLong.of(expirySeconds),
                    List.copyOf(subscriptions.values()),
                    connectedLink < 0 ? OptionalInt.empty() : OptionalInt.of(connectedLink),
                    open(Direction.CLIENT_TO_SERVER), open(Direction.SERVER_TO_CLIENT), receiveMaximum, publisher,
                    subscriber);
        }
        return seen;
    }
}
