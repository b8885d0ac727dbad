package dev.fourshake.model.retained;

import dev.fourshake.model.packet.Qos;

/**
 * The last retained message of a topic, as seen on the wire: set by a client's PUBLISH with RETAIN, or shown by the
 * broker in a PUBLISH with RETAIN to a subscriber.
 *
 * @param row           of the PUBLISH in the trace
 * @param cleared       true where its payload was empty: the topic has no retained message any more
 * @param expirySeconds Message Expiry Interval, -1 where it never expires
 */
public record RetainedMessage(String topic, int row, long timeNanos, Qos qos, int payloadLength, long expirySeconds,
                              boolean fromBroker, boolean cleared) {
}
