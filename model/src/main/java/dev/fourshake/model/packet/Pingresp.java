package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/** PINGRESP (MQTT 5.0 section 3.13). */
public record Pingresp() implements Packet {

    @Override
    public PacketType type() {
        return PacketType.PINGRESP;
    }
}
