package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Wrong peers: each broken statement is named by its number in the version that is spoken, at the row that breaks it.
 */
class AccusationTest {

    private static final String FRESH = "-- open\n>> CONNECT clean expiry=300\n<< CONNACK\n";
    private static final String KEPT = "-- open\n>> CONNECT expiry=300\n<< CONNACK\n";
    private static final String RESUMED = "-- lost\n-- open\n>> CONNECT expiry=300\n<< CONNACK present\n";

    @Test
    void anIdentifierThatIsInUse() {
        accused("MQTT-2.3.1-2", "MQTT-2.2.1-3", FRESH + ">> PUBLISH q1 id=7\n>> PUBLISH q1 id=7 topic=other");
        accused("MQTT-2.3.1-2", "MQTT-2.2.1-3", FRESH + ">> PUBLISH q1 id=7\n>> PUBLISH q2 id=7");
        accused("MQTT-2.3.1-2", "MQTT-2.2.1-3", FRESH + ">> PUBLISH q1 id=7\n>> SUBSCRIBE id=7");
        accused("MQTT-2.3.1-2", "MQTT-2.2.1-3", FRESH + ">> SUBSCRIBE id=7\n>> UNSUBSCRIBE id=7");
        accused("MQTT-2.3.1-2", "MQTT-2.2.1-3", FRESH + ">> SUBSCRIBE id=7\n>> PUBLISH q1 id=7");
        accused("MQTT-2.3.1-4", "MQTT-2.2.1-4", FRESH + "<< PUBLISH q1 id=7\n<< PUBLISH q1 id=7 topic=other");
    }

    @Test
    void whatFollowsAnIdentifierUsedTwiceIsNotHeldAgainstTheReceiver() {
        accused("MQTT-2.3.1-2", "MQTT-2.2.1-3", FRESH + """
                >> PUBLISH q1 id=7
                >> PUBLISH q1 id=7 topic=other
                << PUBACK id=7
                << PUBACK id=7
                """);
        accused("MQTT-2.3.1-2", "MQTT-2.2.1-3", FRESH + """
                >> PUBLISH q1 id=7
                >> SUBSCRIBE id=7
                << SUBACK id=7
                << PUBACK id=7
                """);
    }

    @Test
    void whatFollowsAPacketSentAgainIsNotHeldAgainstWhoAnswersEachCopy() {
        assertEquals(List.of("MQTT-4.4.0-1"), errors(ProtocolVersion.MQTT_5, FRESH + """
                >> PUBLISH q1 id=7
                >> PUBLISH q1 id=7 dup
                << PUBACK id=7
                >> PUBLISH q1 id=7 topic=other
                << PUBACK id=7
                << PUBACK id=7
                """));
        assertEquals(List.of("MQTT-4.4.0-1"), errors(ProtocolVersion.MQTT_5, FRESH + """
                >> PUBLISH q2 id=7
                << PUBREC id=7
                >> PUBREL id=7
                >> PUBREL id=7
                << PUBCOMP id=7
                >> PUBLISH q1 id=7 topic=other
                << PUBCOMP id=7
                << PUBACK id=7
                """));
    }

    @Test
    void anAnswerToNothing() {
        accused("MQTT-2.3.1-6", "MQTT-2.2.1-5", FRESH + "<< PUBACK id=7");
        accused("MQTT-2.3.1-6", "MQTT-2.2.1-5", FRESH + ">> PUBREC id=7");
        accused("MQTT-2.3.1-6", "MQTT-2.2.1-5", FRESH + ">> PUBLISH q1 id=7\n<< PUBACK id=7\n<< PUBACK id=7");
        accused("MQTT-2.3.1-7", "MQTT-2.2.1-6", FRESH + "<< SUBACK id=7");
        accused("MQTT-2.3.1-7", "MQTT-2.2.1-6", FRESH + ">> SUBSCRIBE id=7\n<< SUBACK id=7\n<< SUBACK id=7");
    }

    @Test
    void nobodyIsAccusedOfWhatAnUnseenEndOfAConnectionMayExplain() {
        // The first connection is not seen to end: PUBLISH and PUBREC may have travelled on it.
        spared(KEPT + "-- open\n>> CONNECT expiry=300\n<< CONNACK present\n>> PUBREL id=9\n<< PUBCOMP id=9");
    }

    @Test
    void nobodyIsAccusedOfWhatAnUnseenConnectionMayExplain() {
        spared("""
                -- open
                >> CONNECT clean
                << CONNACK
                -- lost
                -- open
                >> CONNECT expiry=300
                << CONNACK present
                >> PUBREL id=9
                << PUBCOMP id=9
                """);
    }

    @Test
    void theTwoDirectionsHaveIdentifiersOfTheirOwn() {
        accused("MQTT-2.3.1-6", "MQTT-2.2.1-5", FRESH + "<< PUBLISH q1 id=7\n<< PUBACK id=7");
    }

    @Test
    void aSecondConnect() {
        accused("MQTT-3.1.0-2", "MQTT-3.1.0-2", FRESH + ">> CONNECT clean");
    }

    @Test
    void aLinkThatDoesNotBeginWithConnect() {
        accused("MQTT-3.1.0-1", "MQTT-3.1.0-1", "-- open\n>> PINGREQ");
    }

    @Test
    void sentAgainWithoutDup() {
        accused("MQTT-3.3.1-1", "MQTT-3.3.1-1", KEPT + ">> PUBLISH q1 id=7\n" + RESUMED + ">> PUBLISH q1 id=7");
        accused("MQTT-3.3.1-1", "MQTT-3.3.1-1", KEPT + "<< PUBLISH q2 id=7\n" + RESUMED + "<< PUBLISH q2 id=7");
    }

    @Test
    void asManyAnswersAsThereWereQuestionsHoweverMany() {
        String again = FRESH + ">> PUBLISH q1 id=7\n" + ">> PUBLISH q1 id=7 dup\n".repeat(200)
                + "<< PUBACK id=7\n".repeat(201);
        assertEquals(List.of(), errors(ProtocolVersion.MQTT_3_1_1, again));
        assertEquals(List.of("MQTT-2.3.1-6"), errors(ProtocolVersion.MQTT_3_1_1, again + "<< PUBACK id=7"));
    }

    @Test
    void sentAgainOnALiveConnection() {
        String again = FRESH + ">> PUBLISH q2 id=7\n>> PUBLISH q2 id=7 dup";
        assertEquals(List.of("MQTT-4.4.0-1"), errors(ProtocolVersion.MQTT_5, again));
        TraceSnapshot now = Transcript.of(ProtocolVersion.MQTT_3_1_1, again);
        assertEquals(List.of("FS-RESENT-LIVE"), now.findings().stream().map(Finding::rule).toList());
        assertEquals(Severity.ADVICE, now.findings().getFirst().severity());
        assertEquals(Judgement.REPEATED, now.judgement(now.rowCount() - 1));
    }

    @Test
    void theAnswerOfAnotherQos() {
        accused("MQTT-3.3.4-1", "MQTT-3.3.4-1", FRESH + ">> PUBLISH q1 id=7\n<< PUBREC id=7");
        accused("MQTT-3.3.4-1", "MQTT-3.3.4-1", FRESH + ">> PUBLISH q2 id=7\n<< PUBACK id=7");
    }

    @Test
    void dupAtFirst() {
        accused("MQTT-4.3.2-1", "MQTT-4.3.2-2", FRESH + ">> PUBLISH q1 id=7 dup");
        accused("MQTT-4.3.3-1", "MQTT-4.3.3-2", FRESH + "<< PUBLISH q2 id=7 dup");
    }

    @Test
    void pubrelTooEarly() {
        accused("MQTT-4.3.3-1", "MQTT-4.3.3-3", FRESH + ">> PUBLISH q2 id=7\n>> PUBREL id=7");
    }

    @Test
    void pubrelAfterARefusal() {
        assertEquals(List.of("MQTT-4.3.3-4"), errors(ProtocolVersion.MQTT_5,
                FRESH + ">> PUBLISH q2 id=7\n<< PUBREC id=7 rc=0x97\n>> PUBREL id=7"));
    }

    @Test
    void publishAgainAfterPubrel() {
        String open = ">> PUBLISH q2 id=7\n<< PUBREC id=7\n>> PUBREL id=7\n";
        accused("MQTT-4.3.3-1", "MQTT-4.3.3-6", KEPT + open + RESUMED + ">> PUBLISH q2 id=7 dup");
        accused("MQTT-4.3.3-1", "MQTT-4.3.3-6", FRESH + open + "<< PUBCOMP id=7\n>> PUBLISH q2 id=7 dup");
    }

    @Test
    void pubcompWithoutPubrel() {
        accused("MQTT-4.3.3-2", "MQTT-4.3.3-11", FRESH + ">> PUBLISH q2 id=7\n<< PUBCOMP id=7");
        accused("MQTT-4.3.3-2", "MQTT-4.3.3-11", FRESH + ">> PUBLISH q2 id=7\n<< PUBREC id=7\n<< PUBCOMP id=7");
    }

    @Test
    void pubrecAfterTheEnd() {
        accused("MQTT-4.3.3-2", "MQTT-4.3.3-8", FRESH
                + ">> PUBLISH q2 id=7\n<< PUBREC id=7\n>> PUBREL id=7\n<< PUBCOMP id=7\n<< PUBREC id=7");
    }

    @Test
    void whatBelongedToADroppedSession() {
        accused("MQTT-3.1.2-6", "MQTT-3.1.2-4", KEPT + """
                >> PUBLISH q1 id=7
                -- lost
                -- open
                >> CONNECT clean expiry=300
                << CONNACK
                >> PUBLISH q1 id=7 dup
                """);
    }

    @Test
    void aFindingNamesTheRowsThatProveIt() {
        TraceSnapshot now = Transcript.of(ProtocolVersion.MQTT_5,
                FRESH + ">> PUBLISH q1 id=7\n>> PINGREQ\n>> PUBLISH q1 id=7 topic=other");
        Finding finding = now.findings().getLast();
        assertEquals(List.of(3, 5), finding.rows());
        assertEquals(1, finding.link());
        assertEquals(Severity.ERROR, now.severity(5));
        assertEquals(Severity.NONE, now.severity(3));
    }

    @Test
    void nobodyIsAccusedByWhatTheTapDid() {
        for (String text : List.of(
                ">> PUBLISH q1 id=7\n<< PUBACK id=7\n<< duplicated PUBACK id=7",
                ">> PUBLISH q2 id=7\n>> duplicated PUBLISH q2 id=7\n<< PUBREC id=7\n<< PUBREC id=7",
                "<< injected PUBACK id=9",
                ">> PUBLISH q2 id=7\n<< injected PUBREC id=7\n>> PUBREL id=7",
                ">> PINGREQ\n<< injected PINGRESP\n<< PINGRESP",
                ">> dropped PINGREQ\n>> PINGREQ\n<< PINGRESP",
                ">> PINGREQ\n>> duplicated PINGREQ\n<< PINGRESP\n<< PINGRESP",
                ">> SUBSCRIBE id=7\n>> duplicated SUBSCRIBE id=7\n<< SUBACK id=7\n<< SUBACK id=7")) {
            assertEquals(List.of(), errors(ProtocolVersion.MQTT_5, FRESH + text), text);
        }
    }

    @Test
    void nobodyIsAccusedByWhatWasNotSeen() {
        for (String text : List.of(
                FRESH + "-- missed\n<< PUBACK id=7",
                FRESH + ">> PUBLISH q2 id=7\n-- missed\n<< PUBCOMP id=7",
                FRESH + ">> PUBLISH q1 id=7\n-- missed\n>> PUBLISH q1 id=7 topic=other",
                FRESH + "-- missed\n<< SUBACK id=7",
                "-- open\n-- missed\n>> PUBREL id=7\n<< PUBCOMP id=7",
                "-- open\n-- missed\n>> PUBLISH q1 id=7 dup\n<< PUBACK id=7",
                "-- open\n>> CONNECT expiry=300\n<< CONNACK present\n>> PUBREL id=7\n<< PUBCOMP id=7",
                "-- open\n>> CONNECT expiry=300\n<< CONNACK present\n<< PUBLISH q1 id=7 dup\n>> PUBACK id=7")) {
            assertEquals(List.of(), errors(ProtocolVersion.MQTT_5, text), text);
            assertEquals(List.of(), errors(ProtocolVersion.MQTT_3_1_1, text), text);
        }
    }

    @Test
    void aNewConnectionMayUseTheIdentifiersOfOneThatItEnds() {
        String open = KEPT + ">> PUBLISH q1 id=7\n>> SUBSCRIBE id=8\n-- open\n";
        for (ProtocolVersion version : ProtocolVersion.values()) {
            assertEquals(List.of(), errors(version, open + ">> CONNECT clean\n>> SUBSCRIBE id=7\n<< CONNACK"));
            assertEquals(List.of(), errors(version, open + ">> CONNECT clean\n>> PUBLISH q1 id=7 topic=t\n<< CONNACK"));
            assertEquals(List.of(), errors(version, open + ">> CONNECT\n<< CONNACK present\n>> SUBSCRIBE id=8"));
            assertEquals(List.of(), errors(version, open + ">> CONNECT\n<< CONNACK present\n>> PUBLISH q1 id=8"));
        }
    }

    @Test
    void accusationsBeginAgainWithANewSession() {
        accused("MQTT-2.3.1-6", "MQTT-2.2.1-5", FRESH + "-- missed\n-- lost\n" + FRESH + "<< PUBACK id=7");
    }

    private static void accused(String rule3, String rule5, String text) {
        assertEquals(List.of(rule3), errors(ProtocolVersion.MQTT_3_1_1, text), text);
        assertEquals(List.of(rule5), errors(ProtocolVersion.MQTT_5, text), text);
    }

    private static void spared(String text) {
        assertEquals(List.of(), errors(ProtocolVersion.MQTT_3_1_1, text), text);
        assertEquals(List.of(), errors(ProtocolVersion.MQTT_5, text), text);
    }

    private static List<String> errors(ProtocolVersion version, String text) {
        TraceSnapshot now = Transcript.of(version, text);
        for (Finding finding : now.findings()) {
            assertFalse(finding.message().text().startsWith("MQTT-"), finding.rule() + " has no sentence");
            assertFalse(finding.advice().text().startsWith("MQTT-"), finding.rule() + " has no advice");
            assertTrue(finding.severity().compareTo(now.severity(finding.rows().getLast())) <= 0);
        }
        return now.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).map(Finding::rule)
                .toList();
    }
}
