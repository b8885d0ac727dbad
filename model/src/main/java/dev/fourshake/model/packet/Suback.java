package dev.fourshake.model.packet;

import dev.fourshake.model.wire.PacketType;
import java.util.List;

/** SUBACK (MQTT 5.0 section 3.9): one code a Topic Filter; 0 to 2 is the granted QoS, 0x80 and above a refusal. */
public record Suback(int packetId, Properties properties, List<Integer> reasonCodes) implements Packet {

    public Suback {
        reasonCodes = List.copyOf(reasonCodes);
    }

    @Override
    public PacketType type() {
        return PacketType.SUBACK;
    }

    @Override
    public int reasonCode() {
        return reasonCodes.stream().mapToInt(Integer::intValue).max().orElse(-1);
    }
}
