package dev.fourshake.app.client;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.TopicSubscription;
import java.util.List;

/**
 * A SUBSCRIBE (MQTT 5.0 section 3.8).
 *
 * @param properties of MQTT 5: Subscription Identifier, User Property
 */
public record SubscribeOptions(List<TopicSubscription> subscriptions, Properties properties) {

    public SubscribeOptions {
        subscriptions = List.copyOf(subscriptions);
    }

    public static SubscribeOptions of(String topicFilter, Qos maximumQos) {
        return new SubscribeOptions(List.of(new TopicSubscription(topicFilter, maximumQos, false, false, 0)),
                Properties.NONE);
    }
}
