package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/** PUBREC (MQTT 5.0 section 3.5). */
public record Pubrec(int packetId, int reasonCode, Properties properties) implements Acknowledgement {

    @Override
    public PacketType type() {
        return PacketType.PUBREC;
    }
}
