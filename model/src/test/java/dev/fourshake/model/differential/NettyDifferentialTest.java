package dev.fourshake.model.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.encode.Packets;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Netty's codec reads a valid packet as we do. */
class NettyDifferentialTest {

    @Property(tries = 3000)
    void bothReadTheSame(@ForAll long seed, @ForAll ProtocolVersion version, @ForAll Direction direction) {
        Bytes bytes = PacketEncoder.encode(Packets.any(seed, version, direction), version);
        Packet ours = Decoder.decode(bytes, version, direction).packet().orElseThrow();
        assertEquals(NettyDecoder.read(bytes, version).toString(), Portrait.of(ours, Set.of()).toString(),
                () -> version + " " + bytes.hex());
    }
}
