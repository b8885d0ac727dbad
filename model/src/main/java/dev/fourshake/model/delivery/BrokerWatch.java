package dev.fourshake.model.delivery;

import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.wire.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Follows what gets to brokers and what they send, and lets {@link MessageTies} tie the messages. A client's packet
 * counts when it gets to the broker, a broker's when it is sent. Writer's thread only.
 */
public final class BrokerWatch {

    private final MessageTies ties;
    private final ToIntFunction<String> topics;
    private final Map<String, BrokerMessages> brokers = new HashMap<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    /** The Will that each session last brought. */
    private final Map<Integer, WillMessage> wills = new HashMap<>();
    private final DueWills dueWills;

    /**
     * @param topics numbers of topics by their names
     * @param names  names of topics by their numbers
     */
    public BrokerWatch(MessageTies ties, ToIntFunction<String> topics, IntFunction<String> names) {
        this.ties = ties;
        this.topics = topics;
        this.dueWills = new DueWills(names);
    }

    /**
     * A packet was sent, or gets to its receiver.
     *
     * @param exchange that it belongs to, -1 for none
     * @param topic    number of the topic of a PUBLISH, 0 where it is not known
     * @param row      at which that happens, also for a packet that was held
     * @param first    whether it is the first packet of its exchange
     * @return what a PUBLISH of a broker is tied to; null for all else, and where it is not sent for the first time
     */
    public Tie packet(int row, long timeNanos, LinkState link, SessionState session, Direction direction,
                                Packet packet, Passage passage, int exchange, int topic, boolean first) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            if (passage.isArrived() && exchange >= 0) {
                fromClient(row, timeNanos, link, session, packet, passage, exchange, topic);
            } else if (passage.isArrived() && packet instanceof Disconnect disconnect) {
                left(session, link, disconnect, row, timeNanos);
            }
            return null;
        }
        if (!dueWills.isEmpty() && passage.isSent()) {
            subscriber(session).heard(link, timeNanos);
        }
        return passage.isSent() && exchange >= 0
                ? fromBroker(row, timeNanos, link, session, packet, exchange, topic, first) : null;
    }

    private void fromClient(int row, long timeNanos, LinkState link, SessionState session, Packet packet,
                            Passage passage, int exchange, int topic) {
        switch (packet) {
            case Publish publish when topic != 0 ->
                    ties.published(subscriber(session), link, publish, passage, exchange, topic, row, timeNanos);
            case Subscribe subscribe ->
                    subscriber(session).ask(subscribe, exchange, row, timeNanos, link.number());
            case Unsubscribe unsubscribe -> subscriber(session).ask(unsubscribe, exchange);
            case Connect connect -> connect(row, timeNanos, link, session, connect, exchange);
            case Publish _, Connack _, Acknowledgement _, Suback _, Unsuback _, Pingreq _, Pingresp _, Disconnect _,
                 Auth _ -> {
            }
        }
    }

    private Tie fromBroker(int row, long timeNanos, LinkState link, SessionState session, Packet packet,
                                     int exchange, int topic, boolean first) {
        return switch (packet) {
            case Publish publish when topic != 0 -> {
                Subscriber subscriber = subscriber(session);
                subscriber.broker().sent(topic, publish, timeNanos);
                yield first ? ties.delivered(subscriber, link, publish, exchange, topic, timeNanos) : null;
            }
            case Suback suback -> {
                subscriber(session).answer(suback, exchange, row);
                yield null;
            }
            case Unsuback unsuback -> {
                subscriber(session).answer(unsuback, exchange, row, timeNanos);
                yield null;
            }
            case Publish _, Connect _, Connack _, Acknowledgement _, Subscribe _, Unsubscribe _, Pingreq _,
                 Pingresp _, Disconnect _, Auth _ -> null;
        };
    }

    // ------------------------------------------------------------------ sessions

    private Subscriber subscriber(SessionState session) {
        while (subscribers.size() <= session.id()) {
            subscribers.add(null);
        }
        Subscriber known = subscribers.get(session.id());
        if (known == null) {
            known = new Subscriber(session, brokers.computeIfAbsent(session.broker(), _ -> new BrokerMessages()));
            subscribers.set(session.id(), known);
        }
        return known;
    }

    /** A session is dropped; {@code keepLink} belongs to the one that follows, -1 for none. */
    public void dropped(SessionState session, int keepLink) {
        if (session.id() < subscribers.size() && subscribers.get(session.id()) != null) {
            subscribers.get(session.id()).dropped(keepLink);
        }
    }

    // ------------------------------------------------------------------ Wills

    private void connect(int row, long timeNanos, LinkState link, SessionState session, Connect connect,
                         int exchange) {
        WillMessage before = wills.remove(session.id());
        if (before != null) {
            before.replaced();
            before.ended(row, timeNanos, connect.cleanStart() ? 0 : session.expirySeconds());
            if (!connect.cleanStart()) {
                before.returned(row, timeNanos);
            }
        }
        if (connect.will().isPresent()) {
            Will will = connect.will().get();
            WillMessage message = new WillMessage(exchange, session.id(), link,
                    topics.applyAsInt(will.topic()), will.payload().fingerprint(),
                    Forwarded.fingerprint(will.properties()), row, timeNanos,
                    will.properties().number(PropertyId.WILL_DELAY_INTERVAL).orElse(0));
            if (before != null) {
                message.follows(before);
            }
            wills.put(session.id(), message);
            subscriber(session).broker().will(message);
        }
    }

    /** DISCONNECT with 0x00 makes the Will void; any other Reason Code does not. */
    private void left(SessionState session, LinkState link, Disconnect disconnect, int row, long timeNanos) {
        WillMessage will = wills.get(session.id());
        if (will != null && will.link() == link && disconnect.reasonCode() == 0) {
            will.left(row, timeNanos);
        }
    }

    /** A link has ended for good; its session has not been told yet. */
    public void ended(LinkState link, int row, long timeNanos) {
        SessionState session = link.session().orElse(null);
        WillMessage will = session == null ? null : wills.get(session.id());
        if (will == null || will.link() != link) {
            return;
        }
        will.ended(row, timeNanos, session.expirySeconds());
        if (will.leftNanos() == WillMessage.NEVER && link.holeRow() < 0
                && link.connack().map(Connack::isAccepted).orElse(false)) {
            dueWills.add(will, subscriber(session).broker());
        }
    }

    /** A Will that was due some seconds ago and was not published; each is told once. Null where there is none. */
    public UnsentWill takeUnsentWill(long nowNanos) {
        return dueWills.take(nowNanos);
    }
}
