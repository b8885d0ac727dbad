package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/** PUBACK (MQTT 5.0 section 3.4). */
public record Puback(int packetId, int reasonCode, Properties properties) implements Acknowledgement {

    @Override
    public PacketType type() {
        return PacketType.PUBACK;
    }
}
