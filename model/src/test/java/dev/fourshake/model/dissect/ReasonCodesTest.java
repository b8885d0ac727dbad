package dev.fourshake.model.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasonCodesTest {

    @Test
    void everyAllowedCodeHasANameAndAMeaning() {
        for (ProtocolVersion version : ProtocolVersion.values()) {
            for (PacketType type : PacketType.values()) {
                for (int code = 0; code < 256; code++) {
                    if (ReasonCodes.isAllowed(type, version, null, code)) {
                        String at = type + " " + version + " " + code;
                        assertTrue(ReasonCodes.name(type, version, code).isPresent(), at);
                        String meaning = ReasonCodes.meaning(type, version, code).orElseThrow().text(Locale.ENGLISH);
                        assertFalse(meaning.startsWith("re"), at + ": " + meaning); // a key that no bundle knows
                        assertTrue(meaning.endsWith("."), meaning);
                    }
                }
            }
        }
    }

    @Test
    void namesAreTheSpecifications() {
        assertEquals(Optional.of("Disconnect with Will Message"),
                ReasonCodes.name(PacketType.DISCONNECT, ProtocolVersion.MQTT_5, 0x04));
        assertEquals(Optional.of("Normal disconnection"), ReasonCodes.name(PacketType.DISCONNECT, null, 0x00));
        assertEquals(Optional.of("Granted QoS 1"), ReasonCodes.name(PacketType.SUBACK, ProtocolVersion.MQTT_5, 0x01));
        assertEquals(Optional.of("Connection Refused, not authorized"),
                ReasonCodes.name(PacketType.CONNACK, ProtocolVersion.MQTT_3_1_1, 0x05));
        assertEquals(Optional.of("Failure"), ReasonCodes.name(PacketType.SUBACK, ProtocolVersion.MQTT_3_1_1, 0x80));
        assertEquals(Optional.empty(), ReasonCodes.name(PacketType.PUBACK, ProtocolVersion.MQTT_3_1_1, 0x00));
        assertEquals(Optional.empty(), ReasonCodes.name(PacketType.PUBACK, ProtocolVersion.MQTT_5, 0x42));
    }

    @Test
    void someAreForOneSideOnly() {
        ProtocolVersion version = ProtocolVersion.MQTT_5;
        assertTrue(ReasonCodes.isAllowed(PacketType.DISCONNECT, version, Direction.CLIENT_TO_SERVER, 0x04));
        assertFalse(ReasonCodes.isAllowed(PacketType.DISCONNECT, version, Direction.SERVER_TO_CLIENT, 0x04));
        assertTrue(ReasonCodes.isAllowed(PacketType.DISCONNECT, version, Direction.SERVER_TO_CLIENT, 0x8E));
        assertFalse(ReasonCodes.isAllowed(PacketType.DISCONNECT, version, Direction.CLIENT_TO_SERVER, 0x8E));
    }
}
