package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/** PINGREQ (MQTT 5.0 section 3.12). */
public record Pingreq() implements Packet {

    @Override
    public PacketType type() {
        return PacketType.PINGREQ;
    }
}
