package dev.fourshake.model.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static Packet packet(String hex) {
        return Decoder.decode(Bytes.ofHex(hex), ProtocolVersion.MQTT_5, null).packet().orElseThrow();
    }

    private static List<PacketType> types(String hex, ProtocolVersion version, Direction direction) {
        return Answers.types(packet(hex), version, direction);
    }

    @Test
    void aMessageIsAnsweredByItsQos() {
        assertEquals(List.of(PacketType.DISCONNECT),
                types("30 05 0001 61 00 6d", ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER));
        assertEquals(List.of(PacketType.PUBACK, PacketType.DISCONNECT),
                types("32 07 0001 61 0007 00 6d", ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER));
        assertEquals(List.of(PacketType.PUBREC, PacketType.DISCONNECT),
                types("34 07 0001 61 0007 00 6d", ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER));
    }

    @Test
    void beforeMqtt5TheBrokerHasNoDisconnect() {
        assertEquals(List.of(PacketType.PUBCOMP),
                types("62 02 0007", ProtocolVersion.MQTT_3_1_1, Direction.CLIENT_TO_SERVER));
        assertEquals(List.of(PacketType.PUBCOMP, PacketType.DISCONNECT),
                types("62 02 0007", ProtocolVersion.MQTT_3_1_1, Direction.SERVER_TO_CLIENT));
    }

    @Test
    void aPubrecThatRefusesIsNotReleased() {
        assertEquals(List.of(PacketType.DISCONNECT),
                types("50 03 0007 97", ProtocolVersion.MQTT_5, Direction.SERVER_TO_CLIENT));
        assertEquals(List.of(PacketType.PUBREL, PacketType.DISCONNECT),
                types("50 02 0007", ProtocolVersion.MQTT_5, Direction.SERVER_TO_CLIENT));
    }

    @Test
    void theAnswerBearsThePacketIdentifierAndTheCode() {
        Packet pubrec = Answers.packet(packet("34 07 0001 61 0011 00 6d"), PacketType.PUBREC, 0x97);
        assertEquals("5003001197", PacketEncoder.encode(pubrec, ProtocolVersion.MQTT_5).hex());
    }

    @Test
    void eachTopicFilterGetsACode() {
        Packet suback = Answers.packet(packet("82 0b 0001 00 0001 61 01 0001 62 02"), PacketType.SUBACK, 0x87);
        assertEquals("90050001008787", PacketEncoder.encode(suback, ProtocolVersion.MQTT_5).hex());
    }

    @Test
    void aMessageIsNoAnswer() {
        Packet pubrel = packet("62 02 0007");
        assertThrows(IllegalArgumentException.class, () -> Answers.packet(pubrel, PacketType.PUBLISH, 0));
    }
}
