package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;

/** DISCONNECT (MQTT 5.0 section 3.14). The Reason Code is 0 where the packet is short, and before MQTT 5. */
public record Disconnect(int reasonCode, Properties properties) implements Packet {

    @Override
    public PacketType type() {
        return PacketType.DISCONNECT;
    }
}
