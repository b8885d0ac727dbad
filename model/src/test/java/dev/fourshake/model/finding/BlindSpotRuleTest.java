package dev.fourshake.model.finding;

import static dev.fourshake.model.wire.ProtocolVersion.MQTT_3_1_1;
import static dev.fourshake.model.wire.ProtocolVersion.MQTT_5;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.Transcript;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindSpotRuleTest {

    @Test
    void anEncryptedLinkIsNamedOnce() {
        assertEquals(List.of("FS-ENCRYPTED"), rules("16030100c8010000c40303", "160303007a0200007603"));
    }

    @Test
    void otherBytesAreOnlyOpaque() {
        assertEquals(List.of("FS-OPAQUE", "FS-OPAQUE"), rules("474554202f", "1602"));
    }

    @Test
    void bytesThatGoOnAreSaidOnceUntilSomethingIsMissed() {
        assertEquals(List.of("FS-OPAQUE", "FS-OPAQUE"), findings(MQTT_5, """
                -- open
                >> CONNECT clean
                << CONNACK
                >> bytes 00
                >> bytes 01
                >> bytes 02
                << bytes 03
                << bytes 04
                """).stream().map(Finding::rule).toList());
        assertEquals(List.of("FS-OPAQUE", "FS-MISSED", "FS-OPAQUE"), findings(MQTT_5, """
                -- open
                >> CONNECT clean
                << CONNACK
                >> bytes 00
                -- missed 4
                >> bytes 01
                >> bytes 02
                """).stream().map(Finding::rule).toList());
    }

    @Test
    void aRemainingLengthOfFiveBytesIsAnError() {
        String text = "-- open\n>> CONNECT clean\n<< CONNACK\n>> bytes 30FFFFFFFF7F00\n>> bytes 3000";
        List<Finding> in5 = findings(MQTT_5, text);
        assertEquals(List.of("section 1.5.5"), in5.stream().map(Finding::rule).toList());
        assertEquals(Severity.ERROR, in5.getFirst().severity());
        assertEquals(List.of("section 2.2.3"), findings(MQTT_3_1_1, text).stream().map(Finding::rule).toList());
        assertEquals(List.of("FS-MISSED", "FS-OPAQUE"), findings(MQTT_5, text.replace(">> bytes 30FF",
                "-- missed 4\n>> bytes 30FF")).stream().map(Finding::rule).toList());
    }

    @Test
    void whatThereIsOfAPacketThatNeverEndsIsNamed() {
        assertEquals("The client of the connection of press-4 sends a PUBLISH of which only 9 bytes are there.",
                findings(MQTT_5, "-- open\n>> CONNECT clean client=press-4\n<< CONNACK\n>> bytes 30FFFFFF7F00016100")
                        .getLast().message().text());
    }

    private static List<Finding> findings(ProtocolVersion version, String text) {
        return Transcript.of(version, text).findings();
    }

    private static List<String> rules(String fromClient, String fromBroker) {
        Trace trace = new Trace();
        trace.append(new LinkOpened(1, 0, "10.0.0.2:50000", "10.0.0.1:8883", true, true));
        trace.append(Frame.opaque(1, 1, Direction.CLIENT_TO_SERVER, Bytes.ofHex(fromClient)));
        trace.append(Frame.opaque(1, 2, Direction.SERVER_TO_CLIENT, Bytes.ofHex(fromBroker)));
        return trace.publish().findings().stream().map(Finding::rule).toList();
    }
}
