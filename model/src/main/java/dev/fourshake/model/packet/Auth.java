package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/** AUTH (MQTT 5.0 section 3.15). The Reason Code is 0 where the packet is short. */
public record Auth(int reasonCode, Properties properties) implements Packet {

    @Override
    public PacketType type() {
        return PacketType.AUTH;
    }
}
