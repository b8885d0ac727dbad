package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/** PUBCOMP (MQTT 5.0 section 3.7). */
public record Pubcomp(int packetId, int reasonCode, Properties properties) implements Acknowledgement {

    @Override
    public PacketType type() {
        return PacketType.PUBCOMP;
    }
}
