package dev.fourshake.app.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.tcp.TcpScript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing that TCP may do to a stream. */
class TcpSituationTest {

    private static final String CONNECT = "100d00044d5154540402003c000161";
    private static final String CONNACK = "20020000";
    private static final String PUBLISH = "300700016168656c6c";
    private static final String PING = "c000";
    private static final String OPENED = "1 opened 10.0.0.2:50000 10.0.0.1:1883";
    private static final String CONNECTED = "1 > " + CONNECT;

    private static final int FIN = TcpScript.FIN | TcpScript.ACK;

    private final TcpScript tcp = new TcpScript();

    @Test
    void aWholeConnection() {
        tcp.handshake().client(0, CONNECT).broker(0, CONNACK).client(15, PING)
                .client(TcpScript.FIN | TcpScript.ACK, 17, "")
                .broker(TcpScript.FIN | TcpScript.ACK, 4, "").client(18, "");
        assertTold(OPENED, CONNECTED, "1 < " + CONNACK, "1 > c000", "1 HALF_CLOSED by CLIENT", "1 CLOSED by BROKER");
    }

    @Test
    void aFrameHasTheTimeOfThePacketThatCompletesIt() {
        tcp.handshake().client(0, CONNECT.substring(0, 10)).client(5, CONNECT.substring(10));
        Imported imported = Imported.of(tcp.pcap());
        assertEquals(TcpScript.START_NANOS, imported.events().get(0).timeNanos());
        assertEquals(TcpScript.START_NANOS + 4 * TcpScript.STEP_NANOS, imported.events().get(1).timeNanos());
    }

    @Test
    void aSegmentThatIsSentAgainIsCountedOnce() {
        tcp.handshake().client(0, CONNECT).client(0, CONNECT).client(15, PING).client(0, CONNECT + PING);
        assertTold(OPENED, CONNECTED, "1 > c000");
    }

    @Test
    void aSegmentThatIsSentAgainWithTheNextOneIsNewInItsEnd() {
        tcp.handshake().client(0, CONNECT).client(0, CONNECT + PING);
        assertTold(OPENED, CONNECTED, "1 > c000");
    }

    @Test
    void segmentsComeInAnotherOrder() {
        tcp.handshake().client(0, CONNECT).client(24, PING).client(15, PUBLISH);
        assertTold(OPENED, CONNECTED, "1 > " + PUBLISH, "1 > c000");
    }

    @Test
    void ofBytesThatCameTwiceTheFirstAreKept() {
        tcp.handshake().client(0, CONNECT).client(20, "78787878").client(15, "3007000161" + "68656c6c");
        assertTold(OPENED, CONNECTED, "1 > 300700016178787878");
        assertEquals(1, Imported.of(tcp.pcap()).problems().size());
    }

    @Test
    void whatTheOtherSideHasAcknowledgedIsMissing() {
        tcp.handshake().client(0, CONNECT).client(24, PING).brokerAcknowledges(26).client(15, PUBLISH);
        assertTold(OPENED, CONNECTED, "1 > missed 9", "1 > c000");
    }

    @Test
    void whatIsAnsweredIsMissingBeforeTheAnswer() {
        tcp.handshake().client(0, CONNECT).brokerAcknowledges(24).client(15, PUBLISH).brokerAnswers(30, 0, "40020007");
        assertTold(OPENED, CONNECTED, "1 > " + PUBLISH, "1 > missed 6", "1 < 40020007");
    }

    @Test
    void behindTheFirstBytesAPacketIsTakenAtOnce() {
        tcp.handshake().client(0, CONNECT).broker(4, "50020009").client(15, "62020009");
        assertTold(OPENED, CONNECTED, "1 < missed 4", "1 < 50020009", "1 > 62020009");
    }

    @Test
    void theFirstBytesAreMissing() {
        tcp.handshake().client(15, PUBLISH).brokerAcknowledges(24).client(24, PING);
        assertTold(OPENED, "1 > missed 15", "1 > " + PUBLISH, "1 > c000");
    }

    @Test
    void whatIsMissingAtTheEndIsSaid() {
        tcp.handshake().client(0, CONNECT).brokerAcknowledges(30);
        assertTold(OPENED, CONNECTED, "1 > missed 15");
    }

    @Test
    void whatIsMissingBeforeAResetIsSaid() {
        tcp.handshake().client(0, CONNECT).client(24, PING).client(TcpScript.RST, 26, "");
        assertTold(OPENED, CONNECTED, "1 > missed 9", "1 > c000", "1 RESET by CLIENT");
    }

    @Test
    void aFinBehindAHoleEndsTheStreamWhenNothingElseComes() {
        tcp.handshake().client(0, CONNECT).client(FIN, 24, "").broker(FIN, 0, "").client(TcpScript.RST, 25, "");
        assertTold(OPENED, CONNECTED, "1 > missed 9", "1 HALF_CLOSED by CLIENT", "1 CLOSED by BROKER");
    }

    @Test
    void aHoleIsNotWaitedForWithoutEnd() {
        tcp.handshake().client(0, CONNECT);
        byte[] ping = {(byte) 0xC0, 0};
        for (int i = 0; i < 1200; i++) {
            tcp.client(100 + 2 * i, ping);
        }
        List<String> lines = Imported.of(tcp.pcap()).lines();
        assertEquals("1 > missed 85", lines.get(2));
        assertEquals(1203, lines.size());
    }

    @Test
    void sequenceNumbersWrap() {
        tcp.initial(-1 - 10, -2).handshake().client(0, CONNECT).broker(0, CONNACK).client(24, PING).client(15, PUBLISH);
        assertTold(OPENED, CONNECTED, "1 < " + CONNACK, "1 > " + PUBLISH, "1 > c000");
    }

    @Test
    void keepAliveProbesAreNoData() {
        tcp.handshake().client(0, CONNECT).client(14, "00").client(14, "").client(15, PING);
        assertTold(OPENED, CONNECTED, "1 > c000");
    }

    @Test
    void aSynThatIsSentAgainOpensNothing() {
        tcp.client(TcpScript.SYN, -1, "").handshake().client(0, CONNECT);
        assertTold(OPENED, CONNECTED);
    }

    @Test
    void aNewSynOnTheSamePortsIsANewLink() {
        tcp.handshake().client(0, CONNECT).initial(7, 8).handshake().client(0, CONNECT);
        assertTold(OPENED, CONNECTED, "1 RESET by CLIENT", OPENED.replaceFirst("1", "2"), "2 > " + CONNECT);
    }

    @Test
    void behindTheEndOfALinkASynWithTheSameNumberIsANewLink() {
        tcp.initial(100, 200).handshake().client(0, CONNECT).broker(0, CONNACK).client(FIN, 15, "").broker(FIN, 4, "")
                .initial(100, 200).handshake().client(0, CONNECT);
        assertTold(OPENED, CONNECTED, "1 < " + CONNACK, "1 HALF_CLOSED by CLIENT", "1 CLOSED by BROKER",
                OPENED.replaceFirst("1", "2"), "2 > " + CONNECT);
    }

    @Test
    void aRefusedConnectionThatIsAskedForWithTheSameNumberIsOneAttempt() {
        tcp.client(TcpScript.SYN, -1, "").broker(TcpScript.RST | TcpScript.ACK, -1, "")
                .client(TcpScript.SYN, -1, "").broker(TcpScript.RST | TcpScript.ACK, -1, "");
        assertTold(OPENED, "1 UNREACHABLE by BROKER");
    }

    @Test
    void aRefusedConnectionIsUnreachable() {
        tcp.client(TcpScript.SYN, -1, "").broker(TcpScript.RST | TcpScript.ACK, -1, "");
        assertTold(OPENED, "1 UNREACHABLE by BROKER");
    }

    @Test
    void aStreamBeginsInTheMiddleOfAPacket() {
        tcp.client(1000, "6c6c6f" + PUBLISH + PING).broker(0, "d000");
        assertTold(OPENED, "1 > missed 0", "1 > ?6c6c6f", "1 > " + PUBLISH, "1 > c000", "1 < missed 0", "1 < d000");
    }

    @Test
    void inTheMiddleTheClientIsKnownByThePort() {
        tcp.broker(77, PUBLISH).client(0, PING);
        assertTold(OPENED, "1 < missed 0", "1 < " + PUBLISH, "1 > missed 0", "1 > c000");
    }

    @Test
    void inTheMiddleWhatTheOtherSideHadNotAcknowledgedIsMissing() {
        tcp.client(1000, PING).broker(9, "d000");
        assertTold(OPENED, "1 > missed 0", "1 > c000", "1 < missed 9", "1 < d000");
    }

    @Test
    void anAnswerToBytesOfADirectionThatWasNotSeenComesBehindThem() {
        tcp.client(TcpScript.SYN, -1, "").client(0, CONNECT).brokerIsAt(4).client(15, "8206000100016100");
        assertTold(OPENED, CONNECTED, "1 < missed 4", "1 > 8206000100016100");
    }

    @Test
    void whereTheSynWasNotSeenNothingIsMissingBeforeTheFirstPacketOfAll() {
        tcp.client(0, CONNECT).broker(0, CONNACK).client(15, PING);
        assertTold(OPENED, CONNECTED, "1 < " + CONNACK, "1 > c000");
    }

    @Test
    void whereTheSynOfTheBrokerWasNotSeenItsFirstPacketsMayBeMissing() {
        tcp.client(TcpScript.SYN, -1, "").brokerIsAt(4).client(0, CONNECT).broker(4, PUBLISH);
        assertTold(OPENED, CONNECTED, "1 < missed 0", "1 < " + PUBLISH);
    }

    @Test
    void theAnswerToASynTellsWhereTheClientBegins() {
        tcp.broker(TcpScript.SYN | TcpScript.ACK, -1, "").client(15, PING);
        assertTold(OPENED, "1 > missed 15", "1 > c000");
    }

    @Test
    void aConnectionWithoutDataOnAnotherPortIsNoLink() {
        new TcpScript(50_000, 4711).handshake().client(TcpScript.RST, 0, "");
        assertEquals(List.of(), Imported.of(new TcpScript(50_000, 4711).handshake().pcap()).lines());
    }

    @Test
    void mqttIsFoundOnAnyPort() {
        TcpScript other = new TcpScript(4711, 4712).handshake().client(0, CONNECT.substring(0, 6))
                .client(3, CONNECT.substring(6)).broker(0, CONNACK);
        assertEquals(List.of("1 opened 10.0.0.2:4711 10.0.0.1:4712", CONNECTED, "1 < " + CONNACK),
                Imported.of(other.pcap()).lines());
    }

    @Test
    void mqttIsFoundInTheMiddleOnAnyPortAndTellsWhoIsWho() {
        TcpScript other = new TcpScript(4711, 4712).broker(900, "9003000101").client(0, PUBLISH + PUBLISH + PING);
        List<String> expected = new ArrayList<>(List.of("1 opened 10.0.0.2:4711 10.0.0.1:4712", "1 < missed 0",
                "1 < 9003000101", "1 > missed 0", "1 > " + PUBLISH, "1 > " + PUBLISH, "1 > c000"));
        assertEquals(expected, Imported.of(other.pcap()).lines());
    }

    private void assertTold(String... lines) {
        assertEquals(List.of(lines), Imported.of(tcp.pcap()).lines());
    }
}
