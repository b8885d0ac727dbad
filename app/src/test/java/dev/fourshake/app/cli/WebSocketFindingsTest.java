package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.tcp.TcpScript;
import dev.fourshake.model.wire.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged of a WebSocket around MQTT, in a packet capture and in the capture that is made of it. */
class WebSocketFindingsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BINARY_CONNECT = "828f00000000" + "100d00044d5154540402003c000161";
    private static final String TEXT_CONNECT = "81" + BINARY_CONNECT.substring(2);
    private static final String CONNACK = "820420020000";

    @TempDir
    private Path directory;

    @BeforeEach
    void ownData() {
        System.setProperty(UserData.PROPERTY, directory.resolve("data").toString());
    }

    @AfterEach
    void usualData() {
        System.clearProperty(UserData.PROPERTY);
    }

    @ParameterizedTest
    @CsvSource({
        "'chat, mqtt', mqtt, ''",
        "'', '', MQTT-6.0.0-3",
        "'', mqtt, MQTT-6.0.0-3",
        "chat, chat, MQTT-6.0.0-3",
        "mqttv3.1, mqttv3.1, MQTT-6.0.0-3",
        "mqtt, '', MQTT-6.0.0-4",
        "'chat, mqtt', chat, MQTT-6.0.0-4"
    })
    void theSubprotocolIsJudged(String offered, String chosen, String rule) throws IOException {
        assertFound(upgrade(offered, chosen, BINARY_CONNECT, CONNACK), rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void textFramesAreJudgedOnceForEachSide() throws IOException {
        assertFound(upgrade("mqtt", "mqtt", TEXT_CONNECT + "818200000000c000" + "818200000000c000",
                "810420020000" + "8202d000" + "8102d000"), List.of("MQTT-6.0.0-1", "MQTT-6.0.0-1"));
    }

    @Test
    void aFrameThatGoesOnWithABinaryOneIsNoText() throws IOException {
        assertFound(upgrade("mqtt", "mqtt", BINARY_CONNECT + "028100000000c0" + "89820000000000ff" + "80810000000000",
                CONNACK), List.of());
    }

    @Test
    void aPacketIsFoundOfWhichOneByteCameInText() throws IOException {
        List<String> found = new ArrayList<>();
        JsonNode findings = findings(upgrade("mqtt", "mqtt",
                BINARY_CONNECT + "818100000000c0" + "82810000000000" + "828200000000c000", CONNACK));
        findings.forEach(finding -> found.add(finding.get("rule").asText() + finding.get("frames")));
        assertEquals(List.of("MQTT-6.0.0-1[3]"), found);
    }

    private void assertFound(byte[] pcap, List<String> rules) throws IOException {
        List<String> found = new ArrayList<>();
        findings(pcap).forEach(finding -> found.add(finding.get("rule").asText()));
        assertEquals(rules, found);
    }

    /** The findings; the same in both. */
    private JsonNode findings(byte[] pcap) throws IOException {
        Path file = Files.write(directory.resolve("web.pcap"), pcap);
        JsonNode findings = JSON.readTree(CommandLineRun.of("inspect", "--json", file.toString()).out())
                .get("findings");
        CommandLineRun made = CommandLineRun.of("import", file.toString());
        assertEquals(0, made.exitStatus(), made.err());
        assertEquals(findings,
                JSON.readTree(CommandLineRun.of("inspect", "--json", "web").out()).get("findings"));
        return findings;
    }

    private static byte[] upgrade(String offered, String chosen, String client, String broker) {
        String request = "GET /mqtt HTTP/1.1\r\nUpgrade: websocket\r\n" + protocol(offered) + "\r\n";
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n" + protocol(chosen) + "\r\n";
        return new TcpScript(50_000, 8080).handshake().client(0, hex(request)).broker(0, hex(answer))
                .client(request.length(), client).broker(answer.length(), broker).pcap();
    }

    private static String protocol(String names) {
        return names.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + names + "\r\n";
    }

    private static String hex(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII)).hex();
    }
}
