package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * The result of decoding one frame. It always exists, whatever the bytes are.
 *
 * @param type    what the first byte says; {@link PacketType#RESERVED} where there is none
 * @param version the version it was read as; for a CONNECT the one that it names
 * @param length  how many of the frame's bytes belong to the packet, by its own header; more may lie behind it
 * @param packet  the packet as far as it can be trusted: empty where its format is broken or bytes are missing, and
 *                where it has a value that has no name (QoS 3)
 * @param defects all that is wrong, empty for a good packet. The first is the verdict: what is malformed stands before
 *                a lack of bytes, and that before protocol errors, which only a whole and well-formed packet can have
 *                for a verdict; those of one kind stand in the order of the bytes
 */
public record Decoded(PacketType type, ProtocolVersion version, int length, Optional<Packet> packet,
                      List<Defect> defects) {

    public Decoded {
        defects = List.copyOf(defects);
    }

    public boolean isOk() {
        return defects.isEmpty();
    }

    /** What decides whether the packet is good: the first defect; empty for a good packet. */
    public Optional<Defect> verdict() {
        return defects.stream().findFirst();
    }
}
