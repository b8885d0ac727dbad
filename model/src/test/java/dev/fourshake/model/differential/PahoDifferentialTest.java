package dev.fourshake.model.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.encode.Packets;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Paho's clients read a valid packet as we do. */
class PahoDifferentialTest {

    /** Of so many percent of the packets Paho must have told something, or the test would show little. */
    private static final double ENOUGH_5 = 90;
    private static final double ENOUGH_3 = 60;

    @Property(tries = 3000)
    void paho5ReadsTheSame(@ForAll long seed, @ForAll Direction direction) {
        Bytes bytes = PacketEncoder.encode(Packets.any(seed, ProtocolVersion.MQTT_5, direction),
                ProtocolVersion.MQTT_5);
        compare(PahoV5Decoder.read(bytes), bytes, ProtocolVersion.MQTT_5, direction, ENOUGH_5);
    }

    @Property(tries = 3000)
    void paho3ReadsTheSame(@ForAll long seed, @ForAll Direction direction) {
        Packet packet = Packets.any(seed, ProtocolVersion.MQTT_3_1_1, direction);
        Bytes bytes = PacketEncoder.encode(packet, ProtocolVersion.MQTT_3_1_1);
        compare(PahoV3Decoder.read(bytes), bytes, ProtocolVersion.MQTT_3_1_1, direction, ENOUGH_3);
    }

    private static void compare(Optional<Portrait> theirs, Bytes bytes, ProtocolVersion version, Direction direction,
                                double enough) {
        Packet ours = Decoder.decode(bytes, version, direction).packet().orElseThrow();
        theirs.ifPresent(read -> assertEquals(read.toString(), Portrait.of(ours, PahoV5Decoder.FLAGS).toString(),
                bytes::hex));
        Statistics.label("told by Paho").collect(theirs.isPresent());
        Statistics.label("told by Paho").coverage(told -> told.check(true).percentage(share -> share >= enough));
    }
}
