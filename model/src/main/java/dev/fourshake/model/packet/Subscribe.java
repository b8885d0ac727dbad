package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;
import java.util.List;

/** SUBSCRIBE (MQTT 5.0 section 3.8). */
public record Subscribe(int packetId, Properties properties, List<TopicSubscription> subscriptions) implements Packet {

    public Subscribe {
        subscriptions = List.copyOf(subscriptions);
    }

    @Override
    public PacketType type() {
        return PacketType.SUBSCRIBE;
    }
}
