package dev.fourshake.app.client;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;

/**
 * A message as the application gets it from the client library. That is not always what was on the wire: Paho's
 * MQTT 5 client hands a QoS 2 message over twice when a PUBREC was lost, and never reports a DUP flag. To count here
 * and on the wire is how such a fault is found.
 *
 * @param dup      the DUP flag as the library reports it
 * @param packetId Packet Identifier; 0 at QoS 0
 */
public record ReceivedMessage(String topic, Bytes payload, Qos qos, boolean retain, boolean dup, int packetId,
                              Properties properties) {
}
