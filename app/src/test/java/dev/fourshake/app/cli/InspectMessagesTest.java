package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.tcp.TcpScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect --json} says of messages across the broker. */
class InspectMessagesTest {

    private static final JsonMapper JSON = new JsonMapper();
    /** CONNECT of MQTT 3.1.1 with Clean Session, but for the last byte: the Client Identifier. */
    private static final String CONNECT = "100d00044d5154540402003c0001";
    private static final String CONNACK = "20020000";
    /** SUBSCRIBE with Packet Identifier 1 to "a" at QoS 1, and what grants that. */
    private static final String SUBSCRIBE = "82060001000161" + "01";
    private static final String SUBACK = "9003000101";

    @TempDir
    private Path directory;
    private final TcpScript publisher = new TcpScript(50_000, 1883);
    private final TcpScript subscriber = publisher.beside(50_001, 1883);
    private final long[] sent = new long[4];

    /** A PUBLISH to the topic "a" at QoS 1. */
    private static String publish(int packetId, int payload) {
        return String.format("3206000161%04x%02x", packetId, payload);
    }

    private static String publishAtMostOnce(int payload) {
        return String.format("3004000161%02x", payload);
    }

    private static String puback(int packetId) {
        return String.format("4002%04x", packetId);
    }

    private void up(TcpScript link, String hex) {
        link.client(next(link, 0, hex), hex);
    }

    private void down(TcpScript link, String hex) {
        link.broker(next(link, 2, hex), hex);
    }

    private long next(TcpScript link, int direction, String hex) {
        int index = direction + (link == publisher ? 0 : 1);
        long at = sent[index];
        sent[index] += hex.length() / 2;
        return at;
    }

    private void connect() {
        subscriber.handshake();
        up(subscriber, CONNECT + "73");
        down(subscriber, CONNACK);
        up(subscriber, SUBSCRIBE);
        down(subscriber, SUBACK);
        publisher.handshake();
        up(publisher, CONNECT + "70");
        down(publisher, CONNACK);
    }

    /** A message that the broker passes on two packets, and so two milliseconds, after it got it. */
    private void passedOn(int packetId, int payload) {
        up(publisher, publish(packetId, payload));
        down(publisher, puback(packetId));
        down(subscriber, publish(packetId, payload));
        up(subscriber, puback(packetId));
    }

    private JsonNode messages() throws IOException {
        Path pcap = Files.write(directory.resolve("messages.pcap"), publisher.pcap());
        return JSON.readTree(CommandLineRun.of("inspect", "--json", pcap.toString()).out()).get("messages");
    }

    @Test
    void withoutMessagesThereAreNoTimes() throws IOException {
        connect();
        assertEquals(JSON.readTree("{\"published\": 0, \"delivered\": 0, \"duplicates\": 0, \"lost\": 0}"), messages());
    }

    @Test
    void whatIsPublishedAndNotPassedOnYetIsNotLost() throws IOException {
        connect();
        up(publisher, publish(1, 0x31));
        down(publisher, puback(1));
        assertEquals(JSON.readTree("{\"published\": 1, \"delivered\": 0, \"duplicates\": 0, \"lost\": 0}"), messages());
    }

    @Test
    void timesAreMeasuredFromTheArrivalAtTheBrokerToItsOwnPublish() throws IOException {
        connect();
        for (int i = 1; i < 100; i++) {
            passedOn(i, i);
        }
        up(publisher, publishAtMostOnce(100));
        // Twenty packets of another kind lie between.
        for (int i = 0; i < 20; i++) {
            up(publisher, "c000");
        }
        down(subscriber, publishAtMostOnce(100));
        JsonNode messages = messages();
        List<String> names = new ArrayList<>();
        messages.fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("published", "delivered", "endToEndMs", "duplicates", "lost"), names);
        assertEquals(100, messages.get("published").asLong());
        assertEquals(100, messages.get("delivered").asLong());
        assertEquals(0, messages.get("duplicates").asLong());
        assertEquals(0, messages.get("lost").asLong());
        assertAbout(2, messages.get("endToEndMs").get("median").asDouble());
        assertAbout(2, messages.get("endToEndMs").get("p99").asDouble());
        assertEquals(21, messages.get("endToEndMs").get("max").asDouble());
    }

    /** At most 1.6 % too small. */
    private static void assertAbout(double expected, double actual) {
        assertTrue(actual <= expected && actual >= expected * (1 - 0.016), expected + " is not " + actual);
    }

    @Test
    void aMessageThatIsOvertakenIsLost() throws IOException {
        connect();
        passedOn(1, 0x31);
        up(publisher, publish(2, 0x32));
        down(publisher, puback(2));
        passedOn(3, 0x33);
        // It may come late, for five seconds.
        for (int i = 0; i < 5_100; i++) {
            up(publisher, "c000");
        }
        passedOn(4, 0x34);
        JsonNode messages = messages();
        assertEquals(4, messages.get("published").asLong());
        assertEquals(3, messages.get("delivered").asLong());
        assertEquals(0, messages.get("duplicates").asLong());
        assertEquals(1, messages.get("lost").asLong());
    }

    @Test
    void aMessageThatIsPassedOnOnceMoreIsADuplicate() throws IOException {
        connect();
        passedOn(1, 0x31);
        passedOn(2, 0x32);
        down(subscriber, publish(3, 0x32));
        up(subscriber, puback(3));
        JsonNode messages = messages();
        assertEquals(2, messages.get("published").asLong());
        assertEquals(2, messages.get("delivered").asLong());
        assertEquals(1, messages.get("duplicates").asLong());
        assertEquals(0, messages.get("lost").asLong());
    }
}
