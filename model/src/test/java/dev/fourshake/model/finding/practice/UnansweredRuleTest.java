package dev.fourshake.model.finding.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.trace.Transcript;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What never came is an error of the side that took its leave without it; else it might still have come. */
class UnansweredRuleTest {

    private static final String UNACKNOWLEDGED = """
            -- open
            >> CONNECT clean
            << CONNACK
            << PUBLISH q1 id=7
            -- wait 12
            >> PINGREQ
            << PINGRESP
            """;

    @Test
    void whoLeavesWithoutTheAnswerIsAccused() {
        assertEquals(List.of("WARNING FS-OVERDUE", "ERROR MQTT-4.5.0-2"), found(">> DISCONNECT\n-- close"));
        assertEquals(List.of("WARNING FS-OVERDUE", "ERROR MQTT-4.5.0-2"), found("-- client-leaves\n-- end"));
    }

    @Test
    void whereTheOtherSideLeavesItMightStillHaveCome() {
        assertEquals(List.of("WARNING FS-OVERDUE", "WARNING MQTT-4.5.0-2"), found("-- broker-leaves\n-- close"));
        assertEquals(List.of("WARNING FS-OVERDUE", "WARNING MQTT-4.5.0-2"), found("-- lost"));
    }

    @Test
    void anAnswerToTheLastIsNoFault() {
        assertEquals(List.of("WARNING FS-OVERDUE", "ADVICE FS-OVERDUE"),
                found("-- broker-leaves\n>> PUBACK id=7\n-- close"));
    }

    /** It is said once: no overdue answer beside it. */
    @Test
    void whatIsOvertakenIsNotSaidToBeOverdueToo() {
        assertEquals(List.of("WARNING MQTT-3.8.4-1"), found(Transcript.of(ProtocolVersion.MQTT_5, """
                -- open
                >> CONNECT clean
                << CONNACK
                >> SUBSCRIBE id=1
                >> SUBSCRIBE id=2
                << SUBACK id=2
                -- wait 12
                >> PINGREQ
                << PINGRESP
                >> DISCONNECT
                -- close
                """).findings()));
    }

    private static List<String> found(String ending) {
        return found(Transcript.of(ProtocolVersion.MQTT_3_1_1, UNACKNOWLEDGED + ending).findings());
    }

    private static List<String> found(List<Finding> findings) {
        return findings.stream().filter(finding -> !finding.rule().equals("FS-ABANDONED"))
                .map(finding -> finding.severity() + " " + finding.rule()).toList();
    }
}
