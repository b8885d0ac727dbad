package dev.fourshake.model.delivery;

import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.session.Limits;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.session.SessionState;
import dev.fourshake.model.topic.TopicFilter;
import dev.fourshake.model.wire.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subscriptions of one session, with their history. Writer's thread only. */
final class Subscriber {

    private static final int REFUSED = 0x80;

    private final SessionState session;
    private final BrokerMessages broker;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<Integer, Object> requests = new HashMap<>();
    private int revision;
    private boolean listed;
    private LinkState heardLink;
    private long heardNanos;
    private boolean doubtful;

    Subscriber(SessionState session, BrokerMessages broker) {
        this.session = session;
        this.broker = broker;
    }

    SessionState session() {
        return session;
    }

    BrokerMessages broker() {
        return broker;
    }

    /** Whether all that it ever subscribed to was seen. */
    boolean isKnown() {
        return session.isKnown() && session.holeRow() < 0 && !doubtful;
    }

    /** Grows with each change. */
    int revision() {
        return revision;
    }

    /** The broker has sent it something. */
    void heard(LinkState link, long timeNanos) {
        heardLink = link;
        heardNanos = timeNanos;
    }

    void ask(Subscribe subscribe, int exchange, int row, long timeNanos, int link) {
        if (!listed) {
            listed = true;
            broker.subscriber(this);
        }
        long identifier = subscribe.properties().number(PropertyId.SUBSCRIPTION_IDENTIFIER).orElse(0);
        for (TopicSubscription asked : subscribe.subscriptions()) {
            subscriptions.computeIfAbsent(asked.topicFilter(), text -> new Subscription(TopicFilter.of(text)))
                    .ask(asked, identifier, row, timeNanos, link);
        }
        requests.put(exchange, subscribe);
        revision++;
    }

    void ask(Unsubscribe unsubscribe, int exchange) {
        for (String text : unsubscribe.topicFilters()) {
            Subscription subscription = subscriptions.get(text);
            if (subscription != null) {
                subscription.ending();
            }
        }
        requests.put(exchange, unsubscribe);
        revision++;
    }

    void answer(Suback suback, int exchange, int row) {
        if (!(requests.remove(exchange) instanceof Subscribe subscribe)) {
            doubtful = true;
            return;
        }
        doubtful |= suback.reasonCodes().size() != subscribe.subscriptions().size();
        int count = Math.min(suback.reasonCodes().size(), subscribe.subscriptions().size());
        for (int i = 0; i < count; i++) {
            Subscription subscription = subscriptions.get(subscribe.subscriptions().get(i).topicFilter());
            int code = suback.reasonCodes().get(i);
            if (subscription != null && code < REFUSED) {
                subscription.grant(code, row);
            } else if (subscription != null) {
                subscription.refuse();
            }
        }
        revision++;
    }

    void answer(Unsuback unsuback, int exchange, int row, long timeNanos) {
        if (!(requests.remove(exchange) instanceof Unsubscribe unsubscribe)) {
            doubtful = true;
            return;
        }
        for (int i = 0; i < unsubscribe.topicFilters().size(); i++) {
            Subscription subscription = subscriptions.get(unsubscribe.topicFilters().get(i));
            boolean refused = i < unsuback.reasonCodes().size() && unsuback.reasonCodes().get(i) >= REFUSED;
            if (subscription != null && !refused) {
                subscription.end(row, timeNanos);
            }
        }
        revision++;
    }

    /** The session is no more; what was asked for on {@code keepLink} belongs to the one that follows. */
    void dropped(int keepLink) {
        subscriptions.values().removeIf(subscription -> keepLink < 0 || subscription.beganLink() != keepLink);
        if (keepLink < 0) {
            requests.clear();
        }
        doubtful = false;
        revision++;
    }

    /** All there ever were since the session began, ended ones too. */
    Collection<Subscription> all() {
        return subscriptions.values();
    }

    /**
     * The row since which it surely gets what is published to a topic, on one connection that was there before {@code
     * row} and on which the broker was heard at {@code heardNanos} or later; -1 where nobody can know.
     */
    int isSureOf(String topic, int row, long since) {
        if (!isKnown() || heardLink == null || heardNanos < since || session.connectedLink() != heardLink.number()
                || !heardLink.isUntouched() || heardLink.connectRow() >= row
                || heardLink.limits(Direction.SERVER_TO_CLIENT).maximumPacketSize()
                        != Limits.NONE.maximumPacketSize()) {
            return -1;
        }
        for (Subscription subscription : subscriptions.values()) {
            if (subscription.isSettled() && !subscription.filter().isShared() && subscription.grantedRow() < row
                    && subscription.filter().matches(topic)) {
                return subscription.grantedRow();
            }
        }
        return -1;
    }

    /** Those that a message with this topic is meant for. */
    List<Subscription> matching(String topic) {
        List<Subscription> matching = new ArrayList<>(2);
        for (Subscription subscription : subscriptions.values()) {
            if (subscription.isActive() && subscription.filter().matches(topic)) {
                matching.add(subscription);
            }
        }
        return List.copyOf(matching);
    }
}
