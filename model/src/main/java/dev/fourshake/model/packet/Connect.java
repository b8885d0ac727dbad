package dev.fourshake.model.packet;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import java.util.Optional;

/**
 * CONNECT (MQTT 5.0 section 3.1).
 *
 * @param cleanStart Clean Start of MQTT 5, Clean Session before
 * @param keepAlive  in seconds; 0 turns it off
 * @param properties empty before MQTT 5
 */
public record Connect(String protocolName, int protocolLevel, boolean cleanStart, int keepAlive, Properties properties,
                      String clientId, Optional<Will> will, Optional<String> userName, Optional<Bytes> password)
        implements Packet {

    @Override
    public PacketType type() {
        return PacketType.CONNECT;
    }
}
