package dev.fourshake.app.broker;

import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the embedded broker itself knows at a moment, beside what was seen on the wire: a snapshot, both lists in the
 * order of their names.
 */
public record BrokerInsight(List<Client> clients, List<Retained> retained) {

    public static final BrokerInsight EMPTY = new BrokerInsight(List.of(), List.of());

    /**
     * A client that is connected or has a session.
     *
     * @param sessionExpiry Session Expiry Interval in seconds
     */
    public record Client(String clientId, boolean connected, long sessionExpiry, List<Subscription> subscriptions) {
    }

    /** A subscription as the broker holds it. */
    public record Subscription(String topicFilter, Qos maximumQos, boolean noLocal, boolean retainAsPublished,
                               OptionalInt subscriptionIdentifier) {
    }

    /** A retained message. */
    public record Retained(String topic, Qos qos, Bytes payload) {
    }
}
