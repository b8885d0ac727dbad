package dev.fourshake.model.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.trace.Transcript;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal is said with the name of its Reason Code; a farewell that is nobody's fault is no warning. */
class RefusalRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            << DISCONNECT rc=0x8E | ADVICE  | The broker ends the connection of device (0x8E Session taken over).
            << DISCONNECT rc=0x8B | ADVICE  | The broker ends the connection of device (0x8B Server shutting down).
            << DISCONNECT rc=0x97 | WARNING | The broker ends the connection of device because of an error (0x97 Quota exceeded).
            >> DISCONNECT rc=0x81 | WARNING | The client ends the connection of device because of an error (0x81 Malformed Packet).
            """)
    void ofADisconnect(String line, Severity severity, String sentence) {
        List<Finding> found = Transcript.of(ProtocolVersion.MQTT_5, """
                -- open
                >> CONNECT clean
                << CONNACK
                """ + line + "\n-- close\n").findings().stream()
                .filter(finding -> finding.rule().equals("FS-REFUSED")).toList();
        assertEquals(1, found.size());
        assertEquals(severity, found.getFirst().severity());
        assertEquals(sentence, found.getFirst().message().text(Locale.ENGLISH));
    }
}
