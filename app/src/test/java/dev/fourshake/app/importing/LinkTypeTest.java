package dev.fourshake.app.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.pcap.Bits;
import dev.fourshake.app.pcap.PcapBytes;
import dev.fourshake.app.tcp.TcpScript;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same connection in the frames of different networks. */
class LinkTypeTest {

    private static final String CONNECT = "100d00044d5154540402003c000161";
    private static final List<String> EXPECTED =
            List.of("1 opened 10.0.0.2:50000 10.0.0.1:1883", "1 > " + CONNECT, "1 < 20020000");
    private static final List<String> EXPECTED_V6 =
            List.of("1 opened [fe80::2]:50000 [fe80::1]:1883", "1 > " + CONNECT, "1 < 20020000");

    private final TcpScript tcp = new TcpScript().handshake().client(0, CONNECT).broker(0, "20020000");

    @ParameterizedTest
    @CsvSource({
        "Ethernet, 1, 020000000001 020000000002 0800",
        "a VLAN, 1, 020000000001 020000000002 8100 0005 0800",
        "a VLAN in a VLAN, 1, 020000000001 020000000002 88A8 0005 8100 0006 0800",
        "the older way, 1, 020000000001 020000000002 9100 0005 8100 0006 0800",
        "PPPoE, 1, 020000000001 020000000002 8864 11 00 0001 00FF 0021",
        "Linux cooked, 113, 0000 0001 0006 020000000001 0000 0800",
        "Linux cooked version 2, 276, 0800 0000 00000002 0001 00 06 020000000001 0000",
        "BSD loopback, 0, 02000000", "BSD loopback of the other byte order, 0, 00000002",
        "OpenBSD loopback, 108, 00000002", "raw IP, 12, ''", "raw IP, 14, ''", "raw IP, 101, ''", "raw IPv4, 228, ''"})
    void ipv4(String name, int linkType, String header) {
        assertEquals(EXPECTED, lines(linkType, header, ip -> ip), name);
    }

    @ParameterizedTest
    @CsvSource({
        "Ethernet, 1, 020000000001 020000000002 86DD",
        "Linux cooked version 2, 276, 86DD 0000 00000002 0001 00 06 020000000001 0000",
        "BSD loopback, 0, 1E000000", "raw IP, 101, ''", "raw IPv6, 229, ''"})
    void ipv6(String name, int linkType, String header) {
        assertEquals(EXPECTED_V6, lines(linkType, header, ip -> version6(ip, 6, "")), name);
    }

    @ParameterizedTest
    @CsvSource({
        "hop by hop, 0, 06 00 00 00 00 00 00 00", "destination and routing, 60, 2B 00 0000 0000 0000 06 00 00 00 00 00 00 00",
        "authentication, 51, 06 01 0000 00000001 00000001", "an atomic fragment, 44, 06 00 0000 00000007"})
    void ipv6WithExtensions(String name, int next, String extensions) {
        assertEquals(EXPECTED_V6, lines(101, "", ip -> version6(ip, next, extensions)), name);
    }

    @Test
    void optionsOfIpv4AndPaddingOfEthernetAreNoData() {
        UnaryOperator<byte[]> withOptions = ip -> Bits.big().u8(0x46).u8(0).u16(ip.length + 4).bytes(slice(ip, 4, 20))
                .hex("01010101").bytes(slice(ip, 20, ip.length)).hex("0000000000000000").array();
        assertEquals(EXPECTED, lines(101, "", withOptions));
    }

    @Test
    void aLengthThatTheNetworkCardWouldHaveSetIsThatOfThePacket() {
        assertEquals(EXPECTED, lines(101, "", ip -> Bits.big().u16(0x4500).u16(0).bytes(slice(ip, 4, ip.length))
                .array()));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 54, 60})
    void whatTheSnapLengthCutsOffIsMissing(int snapLength) {
        PcapBytes pcap = PcapBytes.usual();
        for (TcpScript.Sent packet : tcp.client(15, "c000").packets()) {
            byte[] frame = TcpScript.ethernet(packet.ip());
            pcap.packet(packet.timeNanos(), frame.length, slice(frame, 0, Math.min(frame.length, snapLength)));
        }
        Imported imported = Imported.of(pcap.array());
        switch (snapLength) {
            case 54 -> assertEquals(List.of(EXPECTED.get(0), "1 > missed 15", "1 < missed 4", "1 > missed 2"),
                    imported.lines());
            case 60 -> assertEquals(List.of(EXPECTED.get(0), "1 > ?100d00044d51", "1 > missed 9", "1 < 20020000",
                    "1 > c000"), imported.lines());
            default -> assertEquals(List.of(), imported.lines());
        }
    }

    @Test
    void fragmentsAreLeftOutAndSaid() {
        Imported imported = Imported.of(pcap(101, "", ip -> {
            byte[] fragment = ip.clone();
            fragment[6] = 0x20;
            return fragment;
        }));
        assertEquals(List.of(), imported.lines());
        assertEquals("5 packets are parts of a fragmented IP packet and are left out.",
                imported.problems().getLast().text());
    }

    @Test
    void anUnknownLinkTypeIsSaid() {
        assertEquals("5 packets are of link type 195, which Fourshake does not read. It reads Ethernet, Linux cooked "
                + "capture, loopback and raw IP.", Imported.of(pcap(195, "", ip -> ip)).problems().getLast().text());
    }

    @ParameterizedTest
    @CsvSource({
        "ARP, 020000000001 020000000002 0806 0001 0800 0604 0001",
        "LLDP, 0180C200000E 020000000002 88CC 0207 04020000000002",
        "LLC with a length, 0180C2000000 020000000002 0026 424203",
        "a VLAN, 020000000001 020000000002 8100 0005 0806 0001",
        "PPPoE that agrees on the link, 020000000001 020000000002 8864 11 00 0001 0006 C021 01"})
    void packetsThatAreNotIpAreCounted(String name, String frame) {
        byte[] other = Bits.big().hex(frame).array();
        PcapBytes pcap = PcapBytes.usual().packet(1, other);
        assertEquals("1 packet is not IP (but ARP, LLDP or the like) and is not shown.",
                Imported.of(pcap.array()).problems().getLast().text(), name);
        assertEquals("2 packets are not IP (but ARP, LLDP or the like) and are not shown.",
                Imported.of(pcap.packet(2, other).array()).problems().getLast().text(), name);
    }

    @Test
    void ipPacketsThatAreNotTcpAreCounted() {
        UnaryOperator<byte[]> udp = ip -> {
            byte[] other = ip.clone();
            other[9] = 17;
            return other;
        };
        assertEquals("5 IP packets are not TCP (but UDP, ICMP or the like) and are not shown.",
                Imported.of(pcap(101, "", udp)).problems().getLast().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"020000000001", "020000000001 020000000002 08", "020000000001 020000000002 0800",
        "020000000001 020000000002 8864 11 00 0001 0006 00"})
    void aFrameThatEndsBeforeItSaysWhatItHoldsIsBroken(String frame) {
        assertEquals("1 packet has headers that are cut off or contradict themselves and is left out.",
                Imported.of(PcapBytes.usual().packet(1, Bits.big().hex(frame).array()).array()).problems().getLast()
                        .text());
    }

    private List<String> lines(int linkType, String header, UnaryOperator<byte[]> change) {
        return Imported.of(pcap(linkType, header, change)).lines();
    }

    private byte[] pcap(int linkType, String header, UnaryOperator<byte[]> change) {
        PcapBytes pcap = new PcapBytes(ByteOrder.LITTLE_ENDIAN, PcapBytes.MICROS, linkType);
        tcp.packets().forEach(packet -> pcap.packet(packet.timeNanos(),
                Bits.big().hex(header).bytes(change.apply(packet.ip())).array()));
        return pcap.array();
    }

    /** The same TCP segment in an IPv6 packet. */
    private static byte[] version6(byte[] ip, int next, String extensions) {
        byte[] more = Bits.big().hex(extensions).array();
        return Bits.big().u32(0x6000_0000).u16(more.length + ip.length - 20).u8(next).u8(64)
                .hex("fe80000000000000 00000000000000").u8(ip[15]).hex("fe80000000000000 00000000000000").u8(ip[19])
                .bytes(more).bytes(slice(ip, 20, ip.length)).array();
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
