package dev.fourshake.app.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.pcap.Bits;
import dev.fourshake.app.tcp.TcpScript;
import dev.fourshake.model.wire.Bytes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are not MQTT, or cannot be seen to be: none is lost in silence. */
class OtherStreamsTest {

    private static final int FIN = TcpScript.FIN | TcpScript.ACK;

    @Test
    void tlsToItsPortIsALinkThatIsNamed() {
        TcpScript tcp = new TcpScript(50_000, 8883).handshake().client(0, hello("")).broker(0, "160303000402000000")
                .client(200, "1703030002aabb").client(FIN, 207, "").broker(FIN, 9, "");
        List<String> lines = Imported.of(tcp.pcap()).lines();
        assertEquals("1 opened 10.0.0.2:50000 10.0.0.1:8883 tls", lines.get(0));
        assertEquals("1 > ?" + hello(""), lines.get(1));
        assertEquals("1 < ?160303000402000000", lines.get(2));
        assertEquals("1 CLOSED by BROKER: TLS, 207 bytes from the client, 9 from the broker", lines.getLast());
    }

    @Test
    void tlsToAnyPortIsALinkWhereItAsksForMqtt() {
        String hello = hello("0010 0011 000f 04 6d717474 02 6832 07 782d6d717474 31".replace(" ", ""));
        TcpScript tcp = new TcpScript(50_000, 443).handshake().client(0, hello.substring(0, 40))
                .client(20, hello.substring(40));
        assertEquals("1 opened 10.0.0.2:50000 10.0.0.1:443 tls", Imported.of(tcp.pcap()).lines().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00100005000302683200", "0010ffff"})
    void otherTlsIsCounted(String extensions) {
        Imported imported = Imported.of(new TcpScript(50_000, 443).handshake().client(0, hello(extensions)).pcap());
        assertEquals(List.of(), imported.lines());
        assertEquals("1 connection is encrypted (TLS) and is not shown: " + hello(extensions).length() / 2 + " bytes.",
                imported.problems().getLast().text());
        assertEquals(2, imported.problems().size(), "and no MQTT was found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5353482d322e302d4f70656e5353480d0a", "000000170000", "10ffffffffff", "1010000348656c6c6f",
        "30040001617800"})
    void whatDoesNotBeginWithConnectIsNoMqttOnAnotherPort(String hex) {
        Imported imported = Imported.of(new TcpScript(50_000, 4711).handshake().client(0, hex).client(FIN,
                hex.length() / 2, "").broker(FIN, 0, "").pcap());
        assertEquals(List.of(), imported.lines());
        assertEquals("1 connection is not MQTT and is not shown: " + hex.length() / 2 + " bytes.",
                imported.problems().getLast().text());
    }

    @Test
    void aSingleByteIsOneByte() {
        assertEquals("1 connection is not MQTT and is not shown: 1 byte.", Imported.of(new TcpScript(50_000, 4711)
                .handshake().client(0, "53").client(FIN, 1, "").broker(FIN, 0, "").pcap()).problems().getLast().text());
    }

    @Test
    void onThePortOfMqttEverythingIsALink() {
        Imported imported = Imported.of(new TcpScript(50_000, 1883).handshake().client(0, "474554202f20").pcap());
        assertEquals(List.of("1 opened 10.0.0.2:50000 10.0.0.1:1883", "1 > ?474554202f20"), imported.lines());
    }

    @Test
    void aStreamInTheMiddleThatIsNotMqttIsGivenUp() {
        TcpScript tcp = new TcpScript(50_000, 4711);
        byte[] noise = new byte[1000];
        new Random(3).nextBytes(noise);
        for (int i = 0; i < 30; i++) {
            tcp.client(1000L * i, noise);
        }
        Imported imported = Imported.of(tcp.pcap());
        assertEquals(List.of(), imported.lines());
        assertEquals("1 connection is not MQTT and is not shown: 30,000 bytes.", imported.problems().getLast().text());
    }

    @Test
    void connectionsOfOneCaptureAreNumberedAsTheyOpen() {
        TcpScript first = new TcpScript(50_001, 1883);
        TcpScript second = first.beside(50_002, 1883);
        first.handshake();
        second.handshake().client(0, "100d00044d5154540402003c000162");
        first.client(0, "100d00044d5154540402003c000161");
        assertEquals(List.of("1 opened 10.0.0.2:50001 10.0.0.1:1883", "2 opened 10.0.0.2:50002 10.0.0.1:1883",
                "2 > 100d00044d5154540402003c000162", "1 > 100d00044d5154540402003c000161"),
                Imported.of(first.pcap()).lines());
    }

    /** A ClientHello with these extensions, in hexadecimal. */
    private static String hello(String extensions) {
        Bits body = Bits.big().u16(0x0303).bytes(new byte[32]).u8(0).u16(2).u16(0x1301).u8(1).u8(0)
                .u16(extensions.length() / 2).hex(extensions);
        Bits handshake = Bits.big().u8(1).u8(0).u16(body.size()).bytes(body.array());
        return Bytes.of(Bits.big().u8(0x16).u16(0x0301).u16(handshake.size()).bytes(handshake.array()).array()).hex();
    }
}
