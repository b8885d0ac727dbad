package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;
import java.util.List;

/** UNSUBACK (MQTT 5.0 section 3.11): one code a Topic Filter in MQTT 5, none before. */
public record Unsuback(int packetId, Properties properties, List<Integer> reasonCodes) implements Packet {

    public Unsuback {
        reasonCodes = List.copyOf(reasonCodes);
    }

    @Override
    public PacketType type() {
        return PacketType.UNSUBACK;
    }

    @Override
    public int reasonCode() {
        return reasonCodes.stream().mapToInt(Integer::intValue).max().orElse(-1);
    }
}
