package dev.fourshake.model.session;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;

/**
 * What one side has told the other in CONNECT or CONNACK: the limits that the other side has to keep as a sender
 * (MQTT 5.0 sections 3.1.2.11 and 3.2.2.3).
 *
 * @param receiveMaximum          PUBLISH packets at QoS 1 and 2 that may wait for their acknowledgement
 * @param maximumPacketSize       in bytes, fixed header included
 * @param topicAliasMaximum       highest Topic Alias; 0 allows none
 * @param maximumQos              highest QoS that the server takes
 * @param retainAvailable         whether the server keeps retained messages
 * @param wildcards               whether the server knows wildcard subscriptions
 * @param subscriptionIdentifiers whether the server knows Subscription Identifiers
 * @param sharedSubscriptions     whether the server knows shared subscriptions
 * @param problemInformation      whether the client wants reasons in other packets than CONNACK, DISCONNECT and PUBLISH
 */
public record Limits(int receiveMaximum, long maximumPacketSize, int topicAliasMaximum, int maximumQos,
                     boolean retainAvailable, boolean wildcards, boolean subscriptionIdentifiers,
                     boolean sharedSubscriptions, boolean problemInformation) {

    /** No limits: nothing was said, or the version knows none. */
    public static final Limits NONE =
            new Limits(65_535, Long.MAX_VALUE, 65_535, 2, true, true, true, true, true);

    static Limits of(Properties said) {
        return new Limits((int) said.number(PropertyId.RECEIVE_MAXIMUM).orElse(NONE.receiveMaximum),
                said.number(PropertyId.MAXIMUM_PACKET_SIZE).orElse(NONE.maximumPacketSize),
                (int) said.number(PropertyId.TOPIC_ALIAS_MAXIMUM).orElse(0),
                (int) said.number(PropertyId.MAXIMUM_QOS).orElse(NONE.maximumQos),
                isOn(said, PropertyId.RETAIN_AVAILABLE), isOn(said, PropertyId.WILDCARD_SUBSCRIPTION_AVAILABLE),
                isOn(said, PropertyId.SUBSCRIPTION_IDENTIFIERS_AVAILABLE),
                isOn(said, PropertyId.SHARED_SUBSCRIPTION_AVAILABLE),
                isOn(said, PropertyId.REQUEST_PROBLEM_INFORMATION));
    }

    private static boolean isOn(Properties said, PropertyId id) {
        return said.number(id).orElse(1) != 0;
    }
}
