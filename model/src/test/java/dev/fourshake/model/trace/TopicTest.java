package dev.fourshake.model.trace;

import static dev.fourshake.model.wire.ProtocolVersion.MQTT_3_1_1;
import static dev.fourshake.model.wire.ProtocolVersion.MQTT_5;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.retained.RetainedMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Topic aliases and retained messages. */
class TopicTest {

    private static final String FRESH = "-- open\n>> CONNECT clean expiry=300\n<< CONNACK\n";

    @Test
    void anAliasStandsForTheTopicThatItHadThen() {
        TraceSnapshot now = Transcript.of(MQTT_5, FRESH + """
                >> PUBLISH topic=one alias=1
                >> PUBLISH alias=1
                << PUBLISH topic=other alias=1
                >> PUBLISH alias=1
                >> PUBLISH topic=two alias=1
                >> PUBLISH alias=1
                << PUBLISH alias=1
                >> PUBLISH alias=2
                -- open
                >> CONNECT clean client=second
                << CONNACK
                >> PUBLISH alias=1
                """);
        assertEquals(List.of("one", "one", "other", "one", "two", "two", "other", "", "", "", "", ""),
                IntStream.range(3, 15).mapToObj(now::topic).toList());
    }

    @Test
    void aRetainedMessageCountsWhenTheBrokerHasTakenItOver() {
        assertEquals(List.of(), retained(">> PUBLISH q1 id=1 retain"));
        assertEquals(List.of("a/b"), retained(">> PUBLISH q1 id=1 retain\n<< PUBACK id=1"));
        assertEquals(List.of(), retained(">> PUBLISH q1 id=1 retain\n<< PUBACK id=1 rc=0x87"));
        assertEquals(List.of("a/b"), retained(">> PUBLISH q2 id=1 retain\n<< PUBREC id=1"));
        assertEquals(List.of("a/b"), retained(">> PUBLISH retain"));
        assertEquals(List.of(), retained(">> dropped PUBLISH retain"));
        assertEquals(List.of(), retained(">> held=1 PUBLISH retain"));
        assertEquals(List.of("a/b"), retained(">> held=1 PUBLISH retain\n-- release 1"));
        assertEquals(List.of(), retained(">> PUBLISH"));
        assertEquals(List.of("a/b"), retained("<< PUBLISH retain"));
    }

    @Test
    void aLaterMessageReplacesItAndAnEmptyOneClearsIt() {
        TraceSnapshot now = Transcript.of(MQTT_5, FRESH + """
                >> PUBLISH retain payload=old topic=t expiry=60
                >> PUBLISH retain payload=other topic=u
                >> PUBLISH retain payload=newer topic=t
                << PUBLISH retain payload=newer topic=t
                """);
        RetainedMessage first = now.retained().getFirst();
        assertEquals(List.of("t", "u"), now.retained().stream().map(RetainedMessage::topic).toList());
        assertEquals(5, first.row());
        assertEquals(5, first.payloadLength());
        assertEquals(-1, first.expirySeconds());
        assertTrue(!first.fromBroker() && !first.cleared());

        TraceSnapshot cleared = Transcript.of(MQTT_3_1_1, FRESH + ">> PUBLISH retain\n>> PUBLISH retain payload=");
        assertTrue(cleared.retained().getFirst().cleared());
    }

    private static List<String> retained(String text) {
        return Transcript.of(MQTT_5, FRESH + text).retained().stream().map(RetainedMessage::topic).toList();
    }
}
