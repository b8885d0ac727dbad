package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/**
 * CONNACK (MQTT 5.0 section 3.2).
 *
 * @param reasonCode Reason Code of MQTT 5 or Return Code of 3.1.1; 0 is accepted in both
 */
public record Connack(boolean sessionPresent, int reasonCode, Properties properties) implements Packet {

    @Override
    public PacketType type() {
        return PacketType.CONNACK;
    }

    public boolean isAccepted() {
        return reasonCode == 0;
    }
}
