package dev.fourshake.app.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.pcap.Bits;
import dev.fourshake.app.pcap.PcapBytes;
import dev.fourshake.app.tcp.TcpScript;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** IP packets that were sent in parts. */
class FragmentTest {

    private static final int RAW_IP = 101;
    private static final int IPV4_HEADER = 20;
    private static final String CONNECT = "100d00044d5154540402003c000161";
    private static final String PUBLISH = "30520001" + "61" + "78".repeat(79);
    private static final String OPENED = "1 opened 10.0.0.2:50000 10.0.0.1:1883";

    private final TcpScript tcp = new TcpScript().handshake().client(0, CONNECT).client(15, PUBLISH).client(99, "c000");
    private int identification;

    /** The parts of a packet, 32 bytes each but for the last. */
    private List<byte[]> parts(byte[] ip) {
        List<byte[]> parts = new ArrayList<>();
        identification++;
        for (int at = IPV4_HEADER; at < ip.length; at += 32) {
            int end = Math.min(ip.length, at + 32);
            parts.add(part(ip, at, end, end < ip.length));
        }
        return parts;
    }

    private byte[] part(byte[] ip, int from, int to, boolean moreFollow) {
        return Bits.big().u16(0x4500).u16(IPV4_HEADER + to - from).u16(identification)
                .u16((moreFollow ? 0x2000 : 0) | (from - IPV4_HEADER) / 8).bytes(Arrays.copyOfRange(ip, 8, IPV4_HEADER))
                .bytes(Arrays.copyOfRange(ip, from, to)).array();
    }

    private List<byte[]> partsOfVersion6(byte[] ip) {
        List<byte[]> parts = new ArrayList<>();
        identification++;
        for (int at = IPV4_HEADER; at < ip.length; at += 32) {
            int end = Math.min(ip.length, at + 32);
            // Behind a header of options for the destination, which each part has.
            parts.add(Bits.big().u32(0x6000_0000).u16(16 + end - at).u8(60).u8(64)
                    .hex("fe80000000000000 00000000000000").u8(ip[15]).hex("fe80000000000000 00000000000000").u8(ip[19])
                    .hex("2c00010400000000").u16(0x0600).u16(at - IPV4_HEADER | (end < ip.length ? 1 : 0))
                    .u32(identification).bytes(Arrays.copyOfRange(ip, at, end)).array());
        }
        return parts;
    }

    private Imported imported(Function<byte[], List<byte[]>> change) {
        PcapBytes pcap = new PcapBytes(ByteOrder.LITTLE_ENDIAN, PcapBytes.MICROS, RAW_IP);
        tcp.packets().forEach(packet ->
                change.apply(packet.ip()).forEach(part -> pcap.packet(packet.timeNanos(), part)));
        return Imported.of(pcap.array());
    }

    private static void assertWhole(Imported imported) {
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > " + PUBLISH, "1 > c000"), imported.lines());
        assertEquals(List.of(), imported.problems());
    }

    @Test
    void partsArePutTogether() {
        assertWhole(imported(this::parts));
    }

    @Test
    void partsMayComeInAnyOrder() {
        assertWhole(imported(ip -> {
            List<byte[]> parts = parts(ip);
            Collections.reverse(parts);
            return parts;
        }));
    }

    @Test
    void aPartMayComeTwice() {
        assertWhole(imported(ip -> {
            List<byte[]> parts = parts(ip);
            parts.addFirst(parts.getFirst());
            return parts;
        }));
    }

    @Test
    void partsOfVersion6ArePutTogether() {
        Imported imported = imported(this::partsOfVersion6);
        assertEquals(List.of("1 opened [fe80::2]:50000 [fe80::1]:1883", "1 > " + CONNECT,
                "1 > " + PUBLISH, "1 > c000"), imported.lines());
        assertEquals(List.of(), imported.problems());
    }

    @Test
    void whereAPartIsMissingThePacketIsAndThatIsSaid() {
        Imported imported = imported(ip -> {
            List<byte[]> parts = parts(ip);
            if (parts.size() == 4) {
                parts.remove(2);
            }
            return parts;
        });
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > missed 84", "1 > c000"), imported.lines());
        assertEquals("3 packets are parts of a fragmented IP packet and are left out.",
                imported.problems().getFirst().text());
    }

    @Test
    void partsThatOverlapAreNotBelieved() {
        Imported imported = imported(ip -> {
            List<byte[]> parts = parts(ip);
            if (parts.size() == 4) {
                parts.add(1, part(ip, IPV4_HEADER + 8, IPV4_HEADER + 40, true));
            }
            return parts;
        });
        assertEquals(List.of(OPENED, "1 > " + CONNECT, "1 > missed 84", "1 > c000"), imported.lines());
    }
}
