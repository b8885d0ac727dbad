package dev.fourshake.ui.hold;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;

/**
 * A held packet with its bytes.
 *
 * @param version of its link, as far as it is known
 * @param packet  as far as it can be read
 */
record HeldBytes(HeldLine line, ProtocolVersion version, Bytes raw, Optional<Packet> packet) {
}
