package dev.fourshake.model.packet;

/**
 * One Topic Filter of a SUBSCRIBE with its Subscription Options (MQTT 5.0 section 3.8.3.1). Before MQTT 5 only the
 * QoS is on the wire and the others have their defaults.
 *
 * @param maximumQos       highest QoS at which the server may send
 * @param retainHandling   0: retained messages at subscribe, 1: only for a new subscription, 2: never
 */
public record TopicSubscription(String topicFilter, Qos maximumQos, boolean noLocal, boolean retainAsPublished,
                                int retainHandling) {
}
