package dev.fourshake.model.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of broken bytes names the field as the specification does, and counts as people do. */
class SentenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            C0 01 FF                          | PINGREQ has one byte more than its fields need.
            C0 02 FFFF                        | PINGREQ has 2 bytes more than its fields need.
            32 03 0001 61                     | PUBLISH ends too early: Packet Identifier is missing.
            32 04 0001 61 00                  | PUBLISH ends too early: Packet Identifier does not fit into the one byte that is left.
            30 00                             | PUBLISH has no whole Topic Name: it is missing.
            40 .. 0001 00 03 1F 0001          | The properties of PUBACK end too early: Reason String does not fit into the 2 bytes that are left of them.
            40 .. 0001 00 01 1F               | The properties of PUBACK end too early: Reason String is missing.
            40 .. 0001 00 05 1F 0002 61FF     | Reason String is not well-formed UTF-8 from its byte 1 on.
            40 .. 0001 00 04 1F 0001 00       | Reason String contains the character U+0000 as its byte 0; no text in MQTT may.
            40 .. 0001 00 06 26 0001 FF 0000  | The Name of a User Property is not well-formed UTF-8 from its byte 0 on.
            30 .. 0001 61 03 0B 81 00         | Subscription Identifier is written in more bytes than its value 1 needs.
            40 .. 0001 10                     | PUBACK must not have the code 0x10 in this direction.
            40 .. 0001 92                     | PUBACK must not have the code 0x92.
            10 .. 0000 05 00 0000 00 0000     | The Protocol Name is empty at protocol level 5; it must be MQTT (at level 3, which is MQTT 3.1: MQIsdp).
            82 .. 0001 00 s'a' C0             | The options 0xC0 of a have reserved bits that are not 0.
            """)
    void isClear(String octets, String sentence) {
        assertEquals(sentence, sentence(octets, ProtocolVersion.MQTT_5));
    }

    @Test
    void theRequestedQosIsWhatIsWrongBeforeMqtt5() {
        assertEquals("The Requested QoS of a is the byte 0x03; it must be 0, 1 or 2, with all other bits 0.",
                sentence("82 .. 0001 s'a' 03", ProtocolVersion.MQTT_3_1_1));
    }

    private static String sentence(String octets, ProtocolVersion version) {
        return Decoder.decode(Octets.of(octets), version, Direction.CLIENT_TO_SERVER).verdict().orElseThrow().message()
                .text(Locale.ENGLISH);
    }
}
