package dev.fourshake.model.session;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * All links and sessions of a trace. A session is what a Client Identifier and a broker remember of each other; it
 * is followed as the broker must keep it: it begins with a CONNACK without Session Present, and is dropped when the
 * next one begins, when its connection ends and nothing is to be kept, or when its Session Expiry Interval is over.
 * Writer's thread only.
 */
public final class Sessions {

    /** Told when a session is dropped, so that its unfinished exchanges can be given up. */
    public interface DropListener {

        /**
         * @param keepLink link whose exchanges belong to the session that follows; -1 for none
         * @param row      at which it was found out
         */
        void dropped(SessionState session, int keepLink, int row);
    }

    private record Key(String clientId, String broker) {

        // Written out: Java makes those of a record when they are first asked for, which takes a part of a short run.

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && clientId.equals(key.clientId) && broker.equals(key.broker);
        }

        @Override
        public int hashCode() {
            return 31 * clientId.hashCode() + broker.hashCode();
        }
    }

    private record Expiry(long timeNanos, SessionState session, int connections) {
    }

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final DropListener listener;
    private final List<LinkState> links = new ArrayList<>();
    private final List<SessionState> sessions = new ArrayList<>();
    private final Map<Key, SessionState> byClientId = new HashMap<>();
    private final PriorityQueue<Expiry> expiries = new PriorityQueue<>(Comparator.comparingLong(Expiry::timeNanos));

    public Sessions(DropListener listener) {
        this.listener = listener;
    }

    public List<LinkState> links() {
        return links;
    }

    public List<SessionState> sessions() {
        return sessions;
    }

    /** A link begins. Links are numbered in the order in which they open. */
    public LinkState open(LinkOpened opened, int row) {
        if (opened.link() <= links.size()) {
            return links.get(opened.link() - 1);
        }
        while (links.size() < opened.link() - 1) {
            links.add(new LinkState(unseen(links.size() + 1, opened.timeNanos()), row));
        }
        links.add(new LinkState(opened, row));
        return links.getLast();
    }

    /** The link with this number; one that was never opened is opened now, with addresses that nobody knows. */
    public LinkState link(int number, long timeNanos, int row) {
        return number <= links.size() ? links.get(number - 1) : open(unseen(number, timeNanos), row);
    }

    private static LinkOpened unseen(int number, long timeNanos) {
        return new LinkOpened(number, timeNanos, "", "", false, false);
    }

    /** The session of a link; one without a name is made where no CONNECT was seen. */
    public SessionState sessionOf(LinkState link) {
        SessionState known = link.session().orElse(null);
        if (known != null && link.isReadAnew()) {
            known.readAnew(link.readAs());
        }
        return link.session().orElseGet(() -> {
            SessionState session = add("", link.opened().broker(), link.readAs());
            session.anonymous(link.number());
            session.missed(link.holeRow());
            link.anonymous(session);
            return session;
        });
    }

    private SessionState add(String clientId, String broker, ProtocolVersion version) {
        SessionState session = new SessionState(sessions.size(), clientId, broker, version);
        sessions.add(session);
        return session;
    }

    /** The client asks to be connected: its link belongs to the session of its Client Identifier from now on. */
    public void connect(LinkState link, Connect connect, ProtocolVersion version, int row) {
        String broker = link.opened().broker();
        SessionState session = connect.clientId().isEmpty()
                ? add("", broker, version)
                : byClientId.computeIfAbsent(new Key(connect.clientId(), broker),
                        key -> add(key.clientId(), broker, version));
        link.session().ifPresent(SessionState::disconnected);
        link.connected(connect, version, session, row);
        session.connecting(connect, version, link.number());
    }

    /** The broker answers a CONNECT. */
    public void connack(LinkState link, Connack connack, int row) {
        SessionState session = sessionOf(link);
        session.answered(connack.sessionPresent());
        if (!connack.isAccepted()) {
            link.answered(connack, false, row);
            return;
        }
        boolean kept = link.connect().map(connect -> isKept(link.readAs(), connect, connack)).orElse(true);
        boolean seenWhole = link.holeRow() < link.connectRow();
        link.answered(connack, !kept && seenWhole, row);
        if (kept && isPartUnseen(session, link)) {
            session.missed(row);
        }
        session.connected(link);
        connack.properties().number(PropertyId.SESSION_EXPIRY_INTERVAL).ifPresent(session::expiry);
        connack.properties().text(PropertyId.ASSIGNED_CLIENT_IDENTIFIER).ifPresent(assigned -> {
            session.assigned(assigned);
            byClientId.put(new Key(assigned, session.broker()), session);
        });
        if (!kept) {
            drop(session, link.number(), row);
            if (!seenWhole) {
                session.missed(link.holeRow());
            }
        }
    }

    /**
     * Whether a session that goes on had traffic that may not have been seen: the end of its last connection was not
     * seen, and so perhaps not all before it; or it was over, and must have had another connection since.
     */
    private boolean isPartUnseen(SessionState session, LinkState link) {
        int before = session.connectedLink();
        return session.isOver() || before >= 0 && before != link.number() && !links.get(before - 1).hasEnded();
    }

    /** MQTT 3.1 has no Session Present: there it follows from the Clean Session flag. */
    private static boolean isKept(ProtocolVersion version, Connect connect, Connack connack) {
        return version == ProtocolVersion.MQTT_3_1 ? !connect.cleanStart() : connack.sessionPresent();
    }

    /** A packet of the broker that is no CONNACK: if that was missed, the link is connected nevertheless. */
    public void heardFromBroker(LinkState link) {
        SessionState session = sessionOf(link);
        if (link.connack().isEmpty() && link.holeRow() >= 0 && session.connectedLink() != link.number()) {
            session.connected(link);
        }
    }

    /** The client says good-bye; it may change how long its session is kept (MQTT 5.0 section 3.14.2.2.2). */
    public void disconnect(LinkState link, Disconnect disconnect) {
        SessionState session = sessionOf(link);
        if (session.connectedLink() == link.number() && session.expirySeconds() != 0) {
            disconnect.properties().number(PropertyId.SESSION_EXPIRY_INTERVAL).ifPresent(session::expiry);
        }
    }

    /** Bytes were not seen: what both sides remember is uncertain from now on. */
    public void missed(LinkState link, FramesMissed missed, int row) {
        link.missed(missed, row);
        link.session().ifPresent(session -> {
            if (missed.bytes() > 0) {
                session.missed(row, missed.direction());
            } else {
                session.missed(row);
            }
        });
    }

    /** A link has ended, or one direction of it. A link that was taken over by a later one takes nothing with it. */
    public void ended(LinkState link, LinkEnded ended, int row) {
        if (!ended.isFinal()) {
            return;
        }
        link.ended(ended);
        SessionState session = link.session().orElse(null);
        if (session == null || session.connectedLink() != link.number()) {
            return;
        }
        session.disconnected();
        if (session.expirySeconds() == 0) {
            int successor = session.lastLink();
            drop(session, successor == link.number() ? -1 : successor, row);
            session.over();
        } else if (session.expirySeconds() != SessionState.NEVER) {
            expiries.add(new Expiry(ended.timeNanos() + session.expirySeconds() * NANOS_PER_SECOND, session,
                    session.connections()));
        }
    }

    /** Drops the sessions whose Session Expiry Interval is over by now. */
    public void expire(long nowNanos, int row) {
        while (!expiries.isEmpty() && expiries.peek().timeNanos() <= nowNanos) {
            Expiry expiry = expiries.poll();
            if (expiry.connections() == expiry.session().connections()) {
                drop(expiry.session(), -1, row);
                expiry.session().over();
            }
        }
    }

    private void drop(SessionState session, int keepLink, int row) {
        session.dropped();
        listener.dropped(session, keepLink, row);
    }
}
