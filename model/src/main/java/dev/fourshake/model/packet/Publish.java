package dev.fourshake.model.packet;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;

/**
 * PUBLISH (MQTT 5.0 section 3.3).
 *
 * @param topicName as on the wire: empty where a Topic Alias stands for it
 * @param packetId  0 at QoS 0
 */
public record Publish(boolean dup, Qos qos, boolean retain, String topicName, int packetId, Properties properties,
                      Bytes payload) implements Packet {

    @Override
    public PacketType type() {
        return PacketType.PUBLISH;
    }
}
