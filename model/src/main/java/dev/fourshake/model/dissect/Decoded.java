package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * The result of decoding one frame. It always exists, whatever the bytes are.
 *
 * @param type    what the first byte says
 * @param version the version it was read as; for a CONNECT the one that it names
 * @param packet  the packet as far as it can be trusted: empty where its format is broken
 * @param defects all that is wrong, in the order of the bytes; empty for a good packet
 */
public record Decoded(PacketType type, ProtocolVersion version, Optional<Packet> packet, List<Defect> defects) {

    public Decoded {
        defects = List.copyOf(defects);
    }

    public boolean isOk() {
        return defects.isEmpty();
    }
}
