package dev.fourshake.app.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.pcap.Bits;
import dev.fourshake.app.tcp.TcpScript;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MQTT over WebSocket (MQTT 5.0 section 6), from the HTTP upgrade on and from the middle. */
@Timeout(20)
class WebSocketTest {

    private static final String CONNECT = "100d00044d5154540402003c000161";
    private static final String CONNACK = "20020000";
    private static final String PUBLISH = "300700016168656c6c";
    private static final String PING = "c000";
    private static final String REQUEST = """
            GET /mqtt HTTP/1.1\r
            Host: broker\r
            upgrade: WebSocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Protocol: chat, mqtt\r
            \r
            """;
    private static final String ANSWER = """
            HTTP/1.1 101 Switching Protocols\r
            Upgrade: websocket\r
            Sec-WebSocket-Protocol: mqtt\r
            \r
            """;
    private static final String OPENED = "1 opened 10.0.0.2:50000 10.0.0.1:8080";

    private final Bits client = Bits.big();
    private final Bits broker = Bits.big();

    @Test
    void packetsInFramesOfTheirOwn() {
        masked(0x82, CONNECT);
        plain(0x82, CONNACK);
        masked(0x82, PING);
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > c000", "1 < " + CONNACK), upgraded(Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void framesCutAnywhereAndControlFramesBetweenThem(int segment) {
        masked(0x02, CONNECT.substring(0, 6));
        masked(0x89, "0102");
        masked(0x00, CONNECT.substring(6, 12));
        masked(0x80, CONNECT.substring(12) + PUBLISH + PING.substring(0, 2));
        masked(0x8A, "");
        masked(0x82, PING.substring(2));
        masked(0x88, "03e8");
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > " + PUBLISH, "1 > c000"), upgraded(segment));
    }

    @Test
    void lengthsOfTwoAndEightBytes() {
        String two = "30ac02" + "000161" + "78".repeat(297);
        String eight = "30f0a204" + "000161" + "79".repeat(70_000 - 3);
        masked(0x82, CONNECT);
        masked(0x82, two);
        masked(0x82, eight);
        List<String> lines = upgraded(1400);
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > " + two, "1 > " + eight), lines);
    }

    @Test
    void anEndlessFrameIsReadAsItComesAndNotWaitedFor() {
        masked(0x82, CONNECT);
        client.hex("82 FF 00000000 3FFFFFFF 00000000");
        for (int i = 0; i < 1000; i++) {
            client.hex(PUBLISH);
        }
        assertEquals(1002, upgraded(1000).size());
    }

    @Test
    void anAbsurdLengthAndAnUnknownExtensionAreOpaque() {
        masked(0x82, CONNECT);
        client.hex("82 FF FFFFFFFFFFFFFFFF 00000000 0102");
        plain(0x82, CONNACK);
        broker.hex("C2 03 010203");
        List<String> lines = upgraded(Integer.MAX_VALUE);
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > ?82ffffffffffffffffff00000000", "1 > ?0102",
                "1 < " + CONNACK, "1 < ?c203", "1 < ?010203"), lines);
    }

    @Test
    void compressedFramesAreOpaqueAndSaid() {
        masked(0x82, CONNECT);
        client.hex("C2 83 00000000 010203");
        Imported imported = Imported.of(upgrade().client(REQUEST.length(), client.array())
                .broker(ANSWER.length(), "C203010203").pcap());
        assertEquals(List.of("1 WebSocket sends compressed frames (permessage-deflate), which Fourshake does not read. "
                + "Switch the compression off at the client or the broker."),
                imported.problems().stream().map(problem -> problem.text(Locale.ENGLISH)).toList());
    }

    @Test
    void aHoleInAFrameCostsItsPacketOnly() {
        masked(0x82, CONNECT);
        int before = client.size() + 6 + 3;
        masked(0x82, PUBLISH);
        masked(0x82, PING);
        byte[] stream = client.array();
        TcpScript tcp = upgrade();
        int at = REQUEST.length();
        tcp.client(at, slice(stream, 0, before)).client(at + before + 4, slice(stream, before + 4, stream.length))
                .brokerAcknowledges(at + stream.length);
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > ?300700", "1 > missed 4", "1 > ?6c6c", "1 > c000"),
                Imported.of(tcp.pcap()).lines());
    }

    @Test
    void aHoleOverFramesIsFoundTheWayBackFrom() {
        masked(0x82, CONNECT);
        byte[] first = client.array();
        TcpScript tcp = upgrade().client(REQUEST.length(), first);
        Bits next = Bits.big();
        mask(next, 0x82, PUBLISH);
        int at = REQUEST.length() + first.length + 100;
        tcp.client(at, next.array()).client(at + next.size(), next.array()).brokerAcknowledges(at + 2L * next.size());
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > missed 100", "1 > " + PUBLISH, "1 > " + PUBLISH),
                Imported.of(tcp.pcap()).lines());
    }

    @Test
    void itIsFoundInTheMiddle() {
        Bits one = Bits.big();
        mask(one, 0x82, PUBLISH);
        TcpScript tcp = new TcpScript(50_000, 8080).client(1000, one.array()).broker(0, "8202d000");
        assertEquals(List.of(OPENED, "1 > missed 0", "1 > " + PUBLISH, "1 < missed 0", "1 < d000"),
                Imported.of(tcp.pcap()).lines());
    }

    /** The end of this PUBREL, behind a hole and a cut, reads like the head of a frame with the PUBLISH in it. */
    @Test
    void aPacketIdentifierBeforeAPublishIsNoFrameOfAClient() {
        TcpScript tcp = new TcpScript().handshake().client(10, "003c0001616202").brokerAcknowledges(17)
                .client(17, "0009300700016168656c6c").brokerAcknowledges(28);
        assertEquals(List.of("1 > missed 10", "1 > ?003c000161", "1 > 62020009", "1 > 300700016168656c6c"),
                Imported.of(tcp.pcap()).lines().subList(1, 5));
    }

    @Test
    void anotherUpgradeAndPlainHttpAreNoLinks() {
        TcpScript chat = new TcpScript(50_000, 8080).handshake()
                .client(0, ascii(REQUEST.replace("chat, mqtt", "chat"))).broker(0, hex(ANSWER)).client(200, "8280");
        Imported imported = Imported.of(chat.pcap());
        assertEquals(List.of(), imported.lines());
        assertTrue(imported.problems().getLast().text().startsWith("1 connection speaks HTTP"),
                () -> imported.problems().toString());
        TcpScript refused = new TcpScript(50_000, 8080).handshake().client(0, ascii(REQUEST))
                .broker(0, hex("HTTP/1.1 403 Forbidden\r\n\r\n"));
        assertEquals(List.of(), Imported.of(refused.pcap()).lines());
    }

    private static TcpScript upgrade() {
        return new TcpScript(50_000, 8080).handshake().client(0, ascii(REQUEST)).broker(0, hex(ANSWER));
    }

    /** Both streams in segments of this size, the client's first. */
    private List<String> upgraded(int segment) {
        TcpScript tcp = new TcpScript(50_000, 8080).handshake();
        byte[] request = ascii(REQUEST);
        for (int at = 0; at < request.length; at += Math.min(segment, request.length)) {
            tcp.client(at, slice(request, at, (int) Math.min(request.length, (long) at + segment)));
        }
        tcp.broker(0, hex(ANSWER));
        byte[] stream = client.array();
        for (int at = 0; at < stream.length; at += Math.min(segment, stream.length)) {
            tcp.client(request.length + at, slice(stream, at, (int) Math.min(stream.length, (long) at + segment)));
        }
        tcp.broker(ANSWER.length(), Bytes.of(broker.array()).hex());
        return new ArrayList<>(Imported.of(tcp.pcap()).lines());
    }

    private void masked(int first, String hex) {
        mask(client, first, hex);
    }

    private static void mask(Bits out, int first, String hex) {
        byte[] payload = Bytes.ofHex(hex).toArray();
        byte[] key = {0x37, (byte) 0xFA, 0x21, 0x3D};
        out.u8(first);
        length(out, 0x80, payload.length);
        out.bytes(key);
        for (int i = 0; i < payload.length; i++) {
            out.u8(payload[i] ^ key[i % 4]);
        }
    }

    private void plain(int first, String hex) {
        byte[] payload = Bytes.ofHex(hex).toArray();
        broker.u8(first);
        length(broker, 0, payload.length);
        broker.bytes(payload);
    }

    private static void length(Bits out, int mask, int length) {
        if (length < 126) {
            out.u8(mask | length);
        } else if (length < 1 << 16) {
            out.u8(mask | 126).u16(length);
        } else {
            out.u8(mask | 127).u64(length);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(String text) {
        return Bytes.of(ascii(text)).hex();
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
