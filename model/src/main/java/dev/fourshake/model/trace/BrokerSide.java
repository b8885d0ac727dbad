package dev.fourshake.model.trace;

import dev.fourshake.model.exchange.ExchangeLog;
import dev.fourshake.model.exchange.Passage;
import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.retained.RetainedMessages;
import dev.fourshake.model.retained.RetainedPublish;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.session.Sessions;
import dev.fourshake.model.wire.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the broker keeps: its sessions, subscriptions and retained messages, followed from its point of view. It knows
 * of a client's packet when the packet gets there, and of its own when it sends it. Writer's thread only.
 */
final class BrokerSide {

    private static final int REFUSED = 0x80;

    private final Sessions sessions;
    private final RetainedMessages retained;
    private final ExchangeLog exchanges;
    private final Topics topics;
    /** Retained messages, SUBSCRIBEs and UNSUBSCRIBEs that the broker has not answered yet, by their exchanges. */
    private final Map<Integer, RetainedPublish> publishes = new HashMap<>();
    private final Map<Integer, Packet> requests = new HashMap<>();

    BrokerSide(Sessions sessions, RetainedMessages retained, ExchangeLog exchanges, Topics topics) {
        this.sessions = sessions;
        this.retained = retained;
        this.exchanges = exchanges;
        this.topics = topics;
    }

    /**
     * A packet was sent, or gets to its receiver.
     *
     * @param exchange that it belongs to, -1 for none
     * @param topic    of a PUBLISH
     * @param row      of the packet; for a held one that is let go, the row at which it came
     */
    void packet(LinkState link, SessionState session, Direction direction, Packet packet, Passage passage,
                int exchange, int topic, int row, long timeNanos) {
        if (direction == Direction.CLIENT_TO_SERVER) {
            if (passage.isArrived()) {
                fromClient(link, session, packet, exchange, topic, row, timeNanos);
            }
        } else if (passage.isSent()) {
            fromBroker(link, session, packet, exchange, topic, row, timeNanos);
        }
    }

    private void fromClient(LinkState link, SessionState session, Packet packet, int exchange, int topic, int row,
                            long timeNanos) {
        switch (packet) {
            case Publish publish -> {
                session.published();
                if (publish.retain()) {
                    retainedFromClient(exchange, topic, RetainedPublish.of(publish, row, timeNanos));
                }
            }
            case Disconnect disconnect -> sessions.disconnect(link, disconnect);
            case Subscribe _, Unsubscribe _ when exchange >= 0 -> requests.putIfAbsent(exchange, packet);
            case Connect _, Connack _, Acknowledgement _, Subscribe _, Suback _, Unsubscribe _, Unsuback _, Pingreq _,
                 Pingresp _, Auth _ -> {
            }
        }
    }

    private void fromBroker(LinkState link, SessionState session, Packet packet, int exchange, int topic, int row,
                            long timeNanos) {
        if (packet instanceof Connack connack) {
            sessions.connack(link, connack, row);
            return;
        }
        sessions.heardFromBroker(link);
        switch (packet) {
            case Publish publish -> {
                session.delivered();
                if (publish.retain()) {
                    retain(topic, RetainedPublish.of(publish, row, timeNanos), true);
                }
            }
            case Puback puback -> takenOver(exchange, puback);
            case Pubrec pubrec -> takenOver(exchange, pubrec);
            case Suback suback -> granted(session, exchange, suback);
            case Unsuback unsuback -> ended(session, exchange, unsuback);
            case Connect _, Connack _, Pubrel _, Pubcomp _, Subscribe _, Unsubscribe _, Pingreq _, Pingresp _,
                 Disconnect _, Auth _ -> {
            }
        }
    }

    /** At QoS 1 and 2 it counts from its acknowledgement on. */
    private void retainedFromClient(int exchange, int topic, RetainedPublish publish) {
        if (publish.qos() == Qos.AT_MOST_ONCE) {
            retain(topic, publish, false);
        } else if (exchange >= 0) {
            publishes.putIfAbsent(exchange, publish);
        }
    }

    private void retain(int topic, RetainedPublish publish, boolean fromBroker) {
        if (topic != 0) {
            retained.seen(topics.name(topic), publish, fromBroker);
        }
    }

    /** The broker has taken a message over, and with it a retained one. */
    private void takenOver(int exchange, Acknowledgement acknowledgement) {
        RetainedPublish publish = publishes.isEmpty() ? null : publishes.remove(exchange);
        if (publish != null && !acknowledgement.isFailure()) {
            retain(exchanges.topic(exchange), publish, false);
        }
    }

    private void granted(SessionState session, int exchange, Suback suback) {
        if (requests.remove(exchange) instanceof Subscribe subscribe) {
            List<TopicSubscription> granted = new ArrayList<>();
            int count = Math.min(subscribe.subscriptions().size(), suback.reasonCodes().size());
            for (int i = 0; i < count; i++) {
                int code = suback.reasonCodes().get(i);
                if (code <= 2) {
                    TopicSubscription asked = subscribe.subscriptions().get(i);
                    granted.add(new TopicSubscription(asked.topicFilter(), Qos.ofLevel(code), asked.noLocal(),
                            asked.retainAsPublished(), asked.retainHandling()));
                }
            }
            session.subscribed(granted);
        }
    }

    private void ended(SessionState session, int exchange, Unsuback unsuback) {
        if (requests.remove(exchange) instanceof Unsubscribe unsubscribe) {
            List<String> filters = new ArrayList<>(unsubscribe.topicFilters());
            for (int i = Math.min(filters.size(), unsuback.reasonCodes().size()) - 1; i >= 0; i--) {
                if (unsuback.reasonCodes().get(i) >= REFUSED) {
                    filters.remove(i);
                }
            }
            session.unsubscribed(filters);
        }
    }
}
