package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/**
 * A decoded MQTT Control Packet: one record a type, with the fields of MQTT 3.1, 3.1.1 and 5 (what a version does not
 * have is empty). Names are the specification's.
 */
public sealed interface Packet permits Connect, Connack, Publish, Acknowledgement, Subscribe, Suback, Unsubscribe,
        Unsuback, Pingreq, Pingresp, Disconnect, Auth {

    PacketType type();

    /** The Packet Identifier, or 0 where the packet has none (0 is never a valid one, MQTT 5.0 section 2.2.1). */
    default int packetId() {
        return 0;
    }

    /** The Reason Code, the worst one of a SUBACK or UNSUBACK, or -1 where the packet has none. */
    default int reasonCode() {
        return -1;
    }
}
