package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/** PUBREL (MQTT 5.0 section 3.6). */
public record Pubrel(int packetId, int reasonCode, Properties properties) implements Acknowledgement {

    @Override
    public PacketType type() {
        return PacketType.PUBREL;
    }
}
