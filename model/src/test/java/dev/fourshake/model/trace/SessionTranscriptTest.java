package dev.fourshake.model.trace;

import static dev.fourshake.model.wire.ProtocolVersion.MQTT_3_1;
import static dev.fourshake.model.wire.ProtocolVersion.MQTT_3_1_1;
import static dev.fourshake.model.wire.ProtocolVersion.MQTT_5;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.exchange.ReceiverState;
import dev.fourshake.model.exchange.SenderState;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionTranscriptTest {

    private static final String OPEN = """
            -- open
            >> CONNECT expiry=300
            << CONNACK
            >> PUBLISH q2 id=7
            """;

    @Test
    void aSessionOutlivesItsConnections() {
        TraceSnapshot now = Transcript.of(MQTT_5, OPEN + """
                -- lost
                -- open
                >> CONNECT expiry=300 max=10 keep=30
                << CONNACK present
                """);
        Session session = now.sessions().getFirst();
        assertEquals(1, now.sessions().size());
        assertEquals("device", session.clientId());
        assertEquals(List.of(1, 2), session.links());
        assertEquals(List.of(false, true), session.sessionPresent());
        assertEquals(OptionalInt.of(2), session.connectedLink());
        assertEquals(OptionalLong.of(300), session.expirySeconds());
        assertEquals(10, session.receiveMaximum());
        assertEquals(30, session.connect().orElseThrow().keepAlive());
        assertEquals(1, session.outgoing());
        assertEquals(0, session.incoming());
        assertTrue(session.publisher());
    }

    @Test
    void itIsDroppedWhenTheBrokerHasNone() {
        assertEquals(Outcome.ABANDONED, delivery(MQTT_5, OPEN + """
                -- lost
                -- open
                >> CONNECT expiry=300
                << CONNACK
                """).outcome());
    }

    @Test
    void itIsDroppedWithItsConnectionWhereNothingIsKept() {
        String clean = "-- open\n>> CONNECT clean\n<< CONNACK\n>> PUBLISH q2 id=7\n";
        for (ProtocolVersion version : ProtocolVersion.values()) {
            assertEquals(Outcome.OPEN, delivery(version, clean).outcome());
            Exchange exchange = delivery(version, clean + "-- lost");
            assertEquals(Outcome.ABANDONED, exchange.outcome());
            assertEquals(SenderState.IDLE, exchange.sender());
            assertEquals(ReceiverState.IDLE, exchange.receiver());
        }
        assertEquals(Outcome.OPEN, delivery(MQTT_3_1_1, clean.replace(" clean", "") + "-- lost").outcome());
    }

    @Test
    void itIsDroppedWhenItsExpiryIsOver() {
        assertEquals(Outcome.OPEN, delivery(MQTT_5, OPEN + "-- lost\n-- wait 299\n-- open").outcome());
        assertEquals(Outcome.ABANDONED, delivery(MQTT_5, OPEN + "-- lost\n-- wait 300\n-- open").outcome());
        assertEquals(Outcome.OPEN, delivery(MQTT_5,
                OPEN.replace("300", "0xFFFFFFFF") + "-- lost\n-- wait 300000\n-- open").outcome());
    }

    @Test
    void itsExpiryIsThatOfTheBrokerOrOfDisconnect() {
        assertEquals(OptionalLong.of(60), session(OPEN.replace("CONNACK", "CONNACK expiry=60")).expirySeconds());
        assertEquals(Outcome.ABANDONED, delivery(MQTT_5, OPEN + ">> DISCONNECT expiry=0\n-- close").outcome());
        assertEquals(Outcome.OPEN, delivery(MQTT_5, OPEN + ">> dropped DISCONNECT expiry=0\n-- lost").outcome());
    }

    @Test
    void aRefusedConnectChangesNothing() {
        assertEquals(Outcome.OPEN, delivery(MQTT_5, OPEN + """
                -- lost
                -- open
                >> CONNECT clean
                << CONNACK rc=0x87
                -- close
                """).outcome());
    }

    @Test
    void aTakeOverMovesTheSessionToTheNewConnection() {
        TraceSnapshot now = Transcript.of(MQTT_5, OPEN + """
                -- open
                >> CONNECT expiry=300
                << CONNACK present
                -- on 1
                << DISCONNECT rc=0x8E
                -- close
                -- on 2
                >> PUBLISH q2 id=7 dup
                << PUBREC id=7
                >> PUBREL id=7
                << PUBCOMP id=7
                """);
        assertEquals(OptionalInt.of(2), now.sessions().getFirst().connectedLink());
        Exchange exchange = IntStream.range(0, now.exchangeCount()).mapToObj(now::exchange)
                .filter(one -> one.kind().isDelivery()).findFirst().orElseThrow();
        assertEquals(Outcome.COMPLETE, exchange.outcome());
        assertEquals(5, exchange.steps().size());
    }

    @Test
    void aTakeOverWithACleanStartEndsTheOldExchangesOnly() {
        TraceSnapshot now = Transcript.of(MQTT_5, OPEN + """
                -- open
                >> CONNECT clean
                >> PUBLISH q1 id=7 payload=new
                -- on 1
                -- lost
                -- on 2
                << CONNACK
                << PUBACK id=7
                """);
        assertEquals(List.of(Outcome.ABANDONED, Outcome.COMPLETE), deliveries(now));
        assertEquals(List.of(), errors(now));
    }

    @Test
    void mqtt31HasNoSessionPresentAndGoesByTheFlag() {
        String text = "-- open\n>> CONNECT\n<< CONNACK\n>> PUBLISH q1 id=7\n-- lost\n-- open\n>> CONNECT%s\n<< CONNACK\n";
        assertEquals(Outcome.OPEN, delivery(MQTT_3_1, text.formatted("")).outcome());
        assertEquals(Outcome.ABANDONED, delivery(MQTT_3_1, text.formatted(" clean")).outcome());
    }

    @Test
    void whatABrokerKeptLongerThanItHadToIsCountedOnce() {
        TraceSnapshot now = Transcript.of(MQTT_3_1_1, """
                -- open
                >> CONNECT clean
                << CONNACK
                >> PUBLISH q2 id=7
                << PUBREC id=7
                -- lost
                -- open
                >> CONNECT
                << CONNACK present
                >> PUBREL id=7
                << PUBCOMP id=7
                """);
        assertEquals(0, now.totals().exchanges().get(ExchangeKind.QOS_2).get(Outcome.ABANDONED));
        assertEquals(1, now.totals().exchanges().get(ExchangeKind.QOS_2).get(Outcome.COMPLETE));
        assertEquals(List.of("MQTT-3.2.2-3"), errors(now));
    }

    @Test
    void theBrokerMayAssignTheClientIdentifier() {
        TraceSnapshot now = Transcript.of(MQTT_5, """
                -- open
                >> CONNECT clean expiry=300 client=
                << CONNACK assigned=auto-1
                -- lost
                -- open
                >> CONNECT expiry=300 client=auto-1
                << CONNACK present
                """);
        assertEquals(1, now.sessions().size());
        assertEquals("auto-1", now.sessions().getFirst().clientId());
        assertEquals(List.of(1, 2), now.sessions().getFirst().links());
    }

    @Test
    void clientsWithoutANameAreNotOne() {
        String text = "-- open\n>> CONNECT clean client=\n<< CONNACK\n";
        assertEquals(2, Transcript.of(MQTT_3_1_1, text + text).sessions().size());
    }

    @Test
    void subscriptionsAreWhatTheBrokerGranted() {
        Session session = session("""
                -- open
                >> CONNECT clean
                << CONNACK
                >> SUBSCRIBE id=1 filter=a/# qos=2 nolocal
                << SUBACK id=1 rc=1
                >> SUBSCRIBE id=2 filter=b/#
                << SUBACK id=2 rc=0x87
                >> SUBSCRIBE id=3 filter=c
                << SUBACK id=3 rc=0
                >> UNSUBSCRIBE id=4 filter=c
                << UNSUBACK id=4
                """);
        assertEquals(List.of("a/#"), session.subscriptions().stream().map(one -> one.topicFilter()).toList());
        assertEquals(Qos.AT_LEAST_ONCE, session.subscriptions().getFirst().maximumQos());
        assertTrue(session.subscriptions().getFirst().noLocal());
        assertTrue(session.subscriber());
    }

    @Test
    void requestsEndWithTheirConnection() {
        TraceSnapshot now = Transcript.of(MQTT_5, OPEN + ">> SUBSCRIBE id=8\n>> PINGREQ\n-- lost");
        assertEquals(List.of(Outcome.COMPLETE, Outcome.OPEN, Outcome.ABANDONED, Outcome.ABANDONED),
                IntStream.range(0, now.exchangeCount()).mapToObj(id -> now.exchange(id).outcome()).toList());
    }

    @Test
    void aLinkWhoseBeginningWasNotSeenHasASessionWithoutAName() {
        TraceSnapshot now = Transcript.of(MQTT_5, "-- open\n-- missed\n>> PUBLISH q1 id=7\n<< PUBACK id=7 rc=0x10");
        assertEquals("", now.sessions().getFirst().clientId());
        assertEquals(OptionalLong.empty(), now.sessions().getFirst().expirySeconds());
        assertEquals(List.of("FS-MISSED", "FS-ASSUMED-VERSION"),
                now.findings().stream().map(Finding::rule).toList());
        assertEquals(0, now.totals().malformed());
    }

    @Test
    void theVersionOfALinkWhoseBeginningWasNotSeenIsWorkedOutFromItsPackets() {
        assertEquals("read as MQTT 3.1.1", assumed(MQTT_3_1_1, ">> PUBLISH\n>> SUBSCRIBE id=3"));
        assertEquals("read as MQTT 5", assumed(MQTT_5, ">> PUBLISH\n>> SUBSCRIBE id=3"));
        assertEquals("read as MQTT 5", assumed(MQTT_5, ">> PUBLISH q1 id=7 alias=1"));
        assertEquals("read as MQTT 3.1", assumed(MQTT_3_1_1, ">> raw 8A06000100016101\n>> raw 6A020001"));
    }

    @Test
    void thatALinkIsReadInAnotherVersionThanAtFirstIsSaid() {
        assertEquals("read as MQTT 3.1.1, read as MQTT 5", assumed(MQTT_5, "<< PUBACK id=9\n>> SUBSCRIBE id=3"));
        // a payload that only looks like properties and a text
        assertEquals("read as MQTT 5, read as MQTT 3.1.1",
                assumed(MQTT_3_1_1, ">> raw 3006000161006263\n>> SUBSCRIBE id=3\n<< SUBACK id=3"));
    }

    @Test
    void packetsBeforeTheVersionWasLearntAreShownInIt() {
        TraceSnapshot now = Transcript.of(MQTT_5, "-- open\n-- missed\n<< PUBACK id=9\n>> raw 300600016100ff01\n"
                + ">> SUBSCRIBE id=3");
        assertEquals(MQTT_5, now.version(2));
        assertEquals(MQTT_5, now.version(3));
        assertEquals("ff01", ((Publish) now.packet(3).orElseThrow()).payload().hex());
        assertEquals(MQTT_5, now.dissect(3).orElseThrow().decoded().version());
        // What is no MQTT 5 keeps the version that it was read as.
        TraceSnapshot other = Transcript.of(MQTT_5, "-- open\n-- missed\n>> raw 300500016109ff\n>> SUBSCRIBE id=3");
        assertEquals(MQTT_3_1_1, other.version(2));
        assertEquals("09ff", ((Publish) other.packet(2).orElseThrow()).payload().hex());
        // A guess that was taken back.
        TraceSnapshot back = Transcript.of(MQTT_3_1_1,
                "-- open\n-- missed\n>> raw 3006000161006263\n>> SUBSCRIBE id=3\n<< SUBACK id=3");
        assertEquals(MQTT_3_1_1, back.version(2));
    }

    private static String assumed(ProtocolVersion version, String packets) {
        TraceSnapshot now = Transcript.of(version, "-- open\n-- missed\n" + packets);
        List<String> said = now.findings().stream().filter(finding -> finding.rule().equals("FS-ASSUMED-VERSION"))
                .map(finding -> finding.message().text().replaceFirst(".*(read as MQTT [0-9.]*[0-9]).*", "$1"))
                .toList();
        assertEquals(0, now.totals().malformed());
        assertTrue(said.getLast().endsWith(now.sessions().getFirst().version().code()), said.toString());
        return String.join(", ", said);
    }

    @Test
    void authenticationBelongsToConnect() {
        TraceSnapshot now = Transcript.of(MQTT_5, """
                -- open
                >> CONNECT clean method=SCRAM | AWAIT_ANSWER OWES_ANSWER
                << AUTH                       | AWAIT_ANSWER OWES_ANSWER
                >> AUTH                       | AWAIT_ANSWER OWES_ANSWER
                << CONNACK                    | IDLE IDLE
                >> AUTH rc=0x19               | none
                """);
        assertEquals(Outcome.COMPLETE, now.exchange(0).outcome());
        assertEquals(4, now.exchange(0).steps().size());
    }

    @Test
    void aMessageInFlightWhenTheLinkEndsIsToldOf() {
        assertEquals(List.of("FS-CUT"), rules(Transcript.of(MQTT_5, OPEN + "-- lost")));
        assertEquals(List.of("FS-ABANDONED", "FS-UNFINISHED"),
                rules(Transcript.of(MQTT_5, OPEN.replace(" expiry=300", "") + "-- lost")));
        assertEquals(List.of(), rules(Transcript.of(MQTT_5, "-- open\n>> CONNECT\n<< CONNACK\n>> DISCONNECT\n-- close")));
    }

    private static Session session(String text) {
        return Transcript.of(MQTT_5, text).sessions().getFirst();
    }

    private static Exchange delivery(ProtocolVersion version, String text) {
        TraceSnapshot now = Transcript.of(version, text);
        return IntStream.range(0, now.exchangeCount()).mapToObj(now::exchange)
                .filter(exchange -> exchange.kind().isDelivery()).findFirst().orElseThrow();
    }

    private static List<Outcome> deliveries(TraceSnapshot now) {
        return IntStream.range(0, now.exchangeCount()).mapToObj(now::exchange)
                .filter(exchange -> exchange.kind().isDelivery()).map(Exchange::outcome).toList();
    }

    private static List<String> rules(TraceSnapshot now) {
        return now.findings().stream().map(Finding::rule).toList();
    }

    private static List<String> errors(TraceSnapshot now) {
        return now.findings().stream().map(Finding::rule).filter(rule -> rule.startsWith("MQTT-")).toList();
    }
}
