package dev.fourshake.model.session;

import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a Client Identifier and its broker remember of each other (MQTT 5.0 section 4.1), as seen on the wire.
 *
 * @param id              number in the trace, from 0, in the order of first appearance
 * @param clientId        as CONNECT named it, or as CONNACK assigned it; may be empty
 * @param broker          address of the broker
 * @param version         of the last CONNECT, or as its packets were read where none was seen
 * @param connect         the last CONNECT; empty where none was seen
 * @param links           numbers of its connections so far
 * @param sessionPresent  what each CONNACK said, in the order of the connections
 * @param expirySeconds   Session Expiry Interval in force: 0 ends with the connection, 0xFFFFFFFF never ends; before
 *                        MQTT 5 those are clean session 1 and 0; empty where no CONNECT was seen
 * @param subscriptions   that the broker granted, each with the granted QoS as its maximum
 * @param connectedLink   the link it is connected by, empty while it is offline
 * @param outgoing        open QoS 1 and 2 deliveries from the client
 * @param incoming        open QoS 1 and 2 deliveries to the client
 * @param receiveMaximum  that the client allows the broker; 65,535 where it says nothing
 */
public record Session(int id, String clientId, String broker, ProtocolVersion version, Optional<Connect> connect,
                      List<Integer> links, List<Boolean> sessionPresent, OptionalLong expirySeconds,
                      List<TopicSubscription> subscriptions, OptionalInt connectedLink, int outgoing, int incoming,
                      int receiveMaximum, boolean publisher, boolean subscriber) {

    public Session {
        links = List.copyOf(links);
        sessionPresent = List.copyOf(sessionPresent);
        subscriptions = List.copyOf(subscriptions);
    }
}
