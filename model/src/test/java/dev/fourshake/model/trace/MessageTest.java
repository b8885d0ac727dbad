package dev.fourshake.model.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.delivery.Delivery;
import dev.fourshake.model.delivery.MessageTotals;
import dev.fourshake.model.delivery.Publication;
import dev.fourshake.model.delivery.TieKind;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Across the broker: which message of a publisher a subscriber got. */
class MessageTest {

    /** Link 1 is a publisher, link 2 a subscriber of a/#, whose lines come next. */
    static final String TWO = """
            -- open
            >> CONNECT clean client=sensor
            << CONNACK
            -- open
            >> CONNECT clean client=screen
            << CONNACK
            >> SUBSCRIBE id=1
            << SUBACK id=1
            """;
    private static final String FROM = "-- on 1\n>> PUBLISH ";
    private static final String TO = "-- on 2\n<< PUBLISH ";

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void aMessageIsTiedToWhatItsSubscriberGot(ProtocolVersion version) {
        TraceSnapshot now = Transcript.of(version, TWO + """
                -- on 1
                >> PUBLISH q2 id=7
                << PUBREC id=7
                -- on 2
                << PUBLISH q1 id=3
                >> PUBACK id=3
                """);
        Publication message = now.message(now.exchangeId(8)).orElseThrow();
        assertEquals(now.exchangeId(8), message.publisher());
        assertEquals("sensor", now.sessions().get(message.session()).clientId());
        Delivery delivery = message.deliveries().getFirst();
        assertEquals("screen", now.sessions().get(delivery.session()).clientId());
        assertEquals(TieKind.LIVE, delivery.kind());
        assertEquals(10, delivery.sentRow());
        assertEquals(OptionalLong.of(3_000_000), delivery.sentNanos());
        assertEquals(OptionalLong.of(4_000_000), delivery.acknowledgedNanos());
        assertEquals(message, now.message(delivery.exchange()).orElseThrow(), "asked from either side");
        assertArrayEquals(new int[] {message.publisher(), delivery.exchange()}, message.exchanges());
    }

    @Test
    void equalMessagesAreTiedOneToOneInTheirOrder() {
        assertEquals("0>0 1>1 2>2", ties((FROM + "\n").repeat(3) + (TO + "\n").repeat(3)));
        assertEquals("0>0 1>1", ties(FROM + "\n" + TO + "\n" + FROM + "\n" + TO));
    }

    /** More than there is room for at first. */
    @Test
    void hundredsThatWaitAreTiedInTheirOrder() {
        StringBuilder text = new StringBuilder(FROM + "payload=0\n" + TO + "payload=0\n");
        for (String way : List.of(FROM, TO)) {
            IntStream.rangeClosed(1, 600).forEach(i -> text.append(way).append("payload=").append(i).append('\n'));
        }
        MessageTotals totals = trace(text.toString()).messages();
        assertEquals(601, totals.published());
        assertEquals(601, totals.delivered());
        assertEquals(0, totals.duplicates() + totals.lost());
    }

    @Test
    void theContentDecidesNotTheOrderAlone() {
        assertEquals("0>1 1>2", ties(FROM + "payload=1\n" + FROM + "payload=2\n" + FROM + "payload=3\n"
                + TO + "payload=2\n" + TO + "payload=3"));
        assertEquals("", ties(FROM + "payload=1\n" + TO + "payload=2"));
        assertEquals("", ties(FROM + "payload=1 topic=a/c\n" + TO + "payload=1"));
    }

    @Test
    void propertiesTellEqualPayloadsApart() {
        assertEquals("0>1", ties(FROM + "correlation=x\n" + FROM + "correlation=y\n" + TO + "correlation=y"));
    }

    @Test
    void aTopicAliasStandsForItsTopic() {
        assertEquals("0>0 1>1", ties(FROM + "alias=1 topic=a/b payload=1\n" + FROM + "alias=1 payload=2\n"
                + TO + "topic=a/b alias=9 payload=1\n" + TO + "alias=9 payload=2"));
    }

    @Test
    void whatWasPublishedBeforeTheSubscriptionIsNotMeant() {
        TraceSnapshot now = Transcript.of(ProtocolVersion.MQTT_5, """
                -- open
                >> CONNECT clean client=sensor
                << CONNACK
                >> PUBLISH
                -- open
                >> CONNECT clean client=screen
                << CONNACK
                >> SUBSCRIBE id=1
                << SUBACK id=1
                -- on 1
                >> PUBLISH
                -- on 2
                << PUBLISH
                """);
        assertEquals(now.exchangeId(9), now.publisherOf(now.exchangeId(10)));
    }

    @Test
    void aMessageThatIsHeldGetsToTheBrokerWhenItIsLetGo() {
        TraceSnapshot now = Transcript.of(ProtocolVersion.MQTT_5, TWO + """
                -- on 1
                >> held=1 PUBLISH
                -- wait 3
                -- release 1
                -- on 2
                << PUBLISH
                """);
        assertEquals(OptionalLong.of(2_000_000),
                now.message(now.exchangeId(8)).orElseThrow().deliveries().getFirst().sentNanos());
        assertEquals(0, Transcript.of(ProtocolVersion.MQTT_5, TWO + FROM.replace(">>", ">> dropped")).messages()
                .published());
    }

    @Test
    void overlappingSubscriptionsMayGiveCopiesAndNoMore() {
        String second = "-- on 2\n>> SUBSCRIBE id=2 filter=a/b\n<< SUBACK id=2\n";
        assertEquals(TieKind.OVERLAP, lastKind(second + FROM + "\n" + TO + "\n" + TO));
        assertEquals(TieKind.DUPLICATE, lastKind(FROM + "\n" + TO + "\n" + TO));
        assertEquals(1, trace(FROM + "\n" + TO + "\n" + TO).messages().duplicates());
        assertEquals(0, trace(FROM + "\n-- on 1\n>> duplicated PUBLISH\n" + TO + "\n" + TO).messages().duplicates(),
                "the copy is the tap's");
    }

    @Test
    void theMessageThatATopicKeepsIsTiedToWhoeverPublishedIt() {
        TraceSnapshot now = Transcript.of(ProtocolVersion.MQTT_5, """
                -- open
                >> CONNECT clean client=sensor
                << CONNACK
                >> PUBLISH retain
                -- open
                >> CONNECT clean client=screen
                << CONNACK
                >> SUBSCRIBE id=1
                << SUBACK id=1
                << PUBLISH retain
                """);
        Delivery delivery = now.message(now.exchangeId(3)).orElseThrow().deliveries().getFirst();
        assertEquals(TieKind.RETAINED, delivery.kind());
        assertEquals(OptionalLong.empty(), delivery.sentNanos(), "how long it was kept is no delivery time");
        assertEquals(0, now.messages().delivered());
    }

    @Test
    void aWillIsTiedToItsConnect() {
        TraceSnapshot now = Transcript.of(ProtocolVersion.MQTT_5, TWO + """
                -- open
                >> CONNECT clean client=press will=gone
                << CONNACK
                -- lost
                -- on 2
                << PUBLISH payload=gone
                """);
        Publication message = now.message(now.exchangeId(12)).orElseThrow();
        assertEquals(now.exchangeId(9), message.publisher());
        assertEquals(TieKind.WILL, message.deliveries().getFirst().kind());
    }

    @Test
    void twoBrokersHaveNothingInCommon() {
        Transcript transcript = new Transcript(ProtocolVersion.MQTT_5);
        transcript.play(TWO + FROM);
        TraceSnapshot now = transcript.play("-- elsewhere\n>> CONNECT clean client=far\n<< CONNACK\n"
                + ">> SUBSCRIBE id=1\n<< SUBACK id=1\n<< PUBLISH");
        assertTrue(now.message(now.exchangeId(now.rowCount() - 1)).isEmpty());
    }

    @Test
    void whatIsOvertakenAndNeverComesIsLost() {
        String begun = FROM + "payload=0\n" + TO + "payload=0\n";
        String overtaken = begun + FROM + "q1 id=1 payload=1\n<< PUBACK id=1\n" + FROM
                + "q1 id=2 payload=2\n<< PUBACK id=2\n"
                + TO + "q1 id=1 payload=2\n";
        String later = "-- wait 6\n" + FROM + "q1 id=3 payload=3\n<< PUBACK id=3\n" + TO + "q1 id=2 payload=3";
        TraceSnapshot now = trace(overtaken + later);
        assertEquals(1, now.messages().lost());
        assertEquals(List.of(1), now.message(now.exchangeId(10)).orElseThrow().lost());
        assertEquals(0, trace(overtaken).messages().lost(), "it may come still");
        assertEquals(0, trace(overtaken + TO + "q1 id=7 payload=1\n" + later).messages().lost(), "it came late");
        assertEquals(0, trace(overtaken.replace("<< PUBACK id=1\n", "") + later).messages().lost(),
                "the broker has not taken it over");
        assertEquals(0, trace("-- on 2\n-- missed\n" + overtaken + later).messages().lost(), "not all was seen");
    }

    @Test
    void totalsAndTimes() {
        MessageTotals totals = trace((FROM + "\n" + TO + "\n").repeat(100)).messages();
        assertEquals(100, totals.published());
        assertEquals(100, totals.delivered());
        assertEquals(100, totals.timed());
        assertTrue(totals.medianNanos() > 1_980_000 && totals.medianNanos() <= 2_000_000, totals::toString);
        assertEquals(2_000_000, totals.maxNanos());
    }

    @Test
    void anEarlierSnapshotDoesNotKnowWhatCameLater() {
        Transcript transcript = new Transcript(ProtocolVersion.MQTT_5);
        TraceSnapshot before = transcript.play(TWO + FROM);
        transcript.play(TO);
        assertEquals(List.of(), before.message(before.exchangeId(8)).orElseThrow().deliveries());
    }

    /** For each broker's message that is tied, counted among its own: {@code delivery>publication}. */
    private static String ties(String text) {
        TraceSnapshot now = trace(text);
        List<Integer> sent = rows(now, 1);
        List<Integer> got = rows(now, 2);
        StringBuilder ties = new StringBuilder();
        for (int i = 0; i < got.size(); i++) {
            int publisher = now.publisherOf(now.exchangeId(got.get(i)));
            for (int j = 0; j < sent.size(); j++) {
                if (now.exchangeId(sent.get(j)) == publisher) {
                    ties.append(i).append('>').append(j).append(' ');
                }
            }
        }
        return ties.toString().strip();
    }

    private static List<Integer> rows(TraceSnapshot now, int link) {
        return IntStream.range(0, now.rowCount()).filter(row -> now.link(row) == link
                && now.type(row) == PacketType.PUBLISH).boxed().toList();
    }

    private static TieKind lastKind(String text) {
        TraceSnapshot now = trace(text);
        return now.message(now.exchangeId(now.rowCount() - 1)).orElseThrow().deliveries().getLast().kind();
    }

    private static TraceSnapshot trace(String text) {
        return Transcript.of(ProtocolVersion.MQTT_5, TWO + text);
    }
}
