package dev.fourshake.model.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import org.junit.jupiter.api.Test;

class PacketEncoderTest {

    @net.jqwik.api.Property
    void whatIsWrittenIsReadAgain(@ForAll long seed, @ForAll ProtocolVersion version, @ForAll Direction direction) {
        Packet packet = Packets.any(seed, version, direction);
        Bytes bytes = PacketEncoder.encode(packet, version);
        Decoded decoded = Decoder.decode(bytes, version, direction);
        assertEquals(List.of(), decoded.defects());
        assertEquals(Optional.of(packet), decoded.packet());
        assertEquals(bytes.length(), decoded.length());
        assertEquals(version, decoded.version());
    }

    @Test
    void writesTheShortestForm() {
        assertEquals("40020007", hex(new Puback(7, 0, Properties.NONE)));
        assertEquals("4003000780", hex(new Puback(7, 0x80, Properties.NONE)));
        assertEquals("6209000700" + "051f00026f6b", hex(new Pubrel(7, 0,
                Properties.of(Property.text(PropertyId.REASON_STRING, "ok")))));
        assertEquals("e000", hex(new Disconnect(0, Properties.NONE)));
        assertEquals("e00104", hex(new Disconnect(4, Properties.NONE)));
        assertEquals("f000", hex(new Auth(0, Properties.NONE)));
    }

    @Test
    void leavesOutWhatOlderVersionsDoNotHave() {
        Puback puback = new Puback(7, 0x80, Properties.of(Property.user("n", "v")));
        assertEquals("40020007", PacketEncoder.encode(puback, ProtocolVersion.MQTT_3_1_1).hex());
        assertThrows(IllegalArgumentException.class,
                () -> PacketEncoder.encode(new Auth(0, Properties.NONE), ProtocolVersion.MQTT_3_1_1));
    }

    @Test
    void refusesWhatNoFormatHolds() {
        String tooLong = "a".repeat(0x10000);
        Publish publish = new Publish(false, Qos.AT_MOST_ONCE, false, tooLong, 0, Properties.NONE, Bytes.EMPTY);
        assertThrows(IllegalArgumentException.class, () -> hex(publish));
    }

    private static String hex(Packet packet) {
        return PacketEncoder.encode(packet, ProtocolVersion.MQTT_5).hex();
    }
}
