package dev.fourshake.model.diagram;

import dev.fourshake.model.wire.PacketType;

/**
 * What is written at an arrow, not yet in words.
 *
 * @param type       empty (null) for bytes that are not MQTT
 * @param packetId   0 where the packet has none
 * @param qos        of a PUBLISH, 3 included, which is forbidden; -1 for all else
 * @param topic      of a PUBLISH, a topic alias resolved; the first topic filter of a SUBSCRIBE or UNSUBSCRIBE
 * @param more       how many further topic filters there are
 * @param reasonCode -1 where the packet has none
 * @param reason     the specification's name of the reason code; empty where there is none
 * @param flag       what else matters about it
 * @param length     of the frame in bytes
 * @param stepNanos  since the step before of the same exchange; -1 for its first step and where there is none
 */
public record Label(PacketType type, int packetId, int qos, boolean dup, boolean retain, String topic, int more,
                    int reasonCode, String reason, Flag flag, int length, long stepNanos) {

    /** What a CONNECT or CONNACK says of the session. */
    public enum Flag { NONE, CLEAN_START, RESUME, SESSION_PRESENT }

    public boolean isRefusal() {
        return reasonCode >= 0x80 || type == PacketType.CONNACK && reasonCode > 0;
    }
}
