package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;
import java.util.List;

/** UNSUBSCRIBE (MQTT 5.0 section 3.10). */
public record Unsubscribe(int packetId, Properties properties, List<String> topicFilters) implements Packet {

    public Unsubscribe {
        topicFilters = List.copyOf(topicFilters);
    }

    @Override
    public PacketType type() {
        return PacketType.UNSUBSCRIBE;
    }
}
