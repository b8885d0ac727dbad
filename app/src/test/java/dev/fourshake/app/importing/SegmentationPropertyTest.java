package dev.fourshake.app.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.tcp.TcpScript;
import dev.fourshake.model.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However TCP carries a stream, its packets are the same. */
class SegmentationPropertyTest {

    private static final String CONNECT = "100d00044d5154540402003c000161";
    private static final List<String> PACKETS = List.of("c000", "40020007", "300700016168656c6c", "62020009",
            "3290020001610007" + "78".repeat(267), "32d2080001620008" + "79".repeat(1101));

    private record Segment(int from, int to) {
    }

    @Property(tries = 300)
    void cutRepeatedOverlappingAndOutOfOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
        Random random = new Random(seed);
        List<String> packets = packets(random, count);
        byte[] stream = Bytes.ofHex(String.join("", packets)).toArray();
        TcpScript tcp = new TcpScript().initial(random.nextInt(), 1).handshake();
        for (Segment segment : shuffled(segments(random, stream.length), random)) {
            tcp.client(segment.from, Arrays.copyOfRange(stream, segment.from, segment.to));
        }
        assertEquals(told(packets), Imported.of(tcp.pcap()).lines());
    }

    @Property(tries = 300)
    void ofAStreamWithHolesNothingIsInventedAndAllIsAccountedFor(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int count) {
        Random random = new Random(seed);
        List<String> packets = packets(random, count);
        byte[] stream = Bytes.ofHex(String.join("", packets)).toArray();
        TcpScript tcp = new TcpScript().handshake();
        for (Segment segment : segments(random, stream.length)) {
            if (random.nextInt(5) > 0) {
                tcp.client(segment.from, Arrays.copyOfRange(stream, segment.from, segment.to));
                tcp.brokerAcknowledges(segment.to);
            }
        }
        tcp.brokerAcknowledges(stream.length);
        long bytes = 0;
        int next = 0;
        for (String line : Imported.of(tcp.pcap()).lines()) {
            if (line.startsWith("1 > missed ")) {
                bytes += Integer.parseInt(line.substring(11));
            } else if (line.startsWith("1 > ?")) {
                bytes += (line.length() - 5) / 2;
            } else if (line.startsWith("1 > ")) {
                bytes += (line.length() - 4) / 2;
                next = packets.subList(next, packets.size()).indexOf(line.substring(4)) + next + 1;
                assertEquals(line.substring(4), packets.get(next - 1), "a packet that was sent, and in its order");
            }
        }
        // A single byte at the very end may have been a FIN.
        assertEquals(stream.length, bytes, 1);
    }

    private static List<String> packets(Random random, int count) {
        List<String> packets = new ArrayList<>(List.of(CONNECT));
        for (int i = 0; i < count; i++) {
            packets.add(PACKETS.get(random.nextInt(PACKETS.size())));
        }
        return packets;
    }

    /** Segments that cover the stream, some of them twice with other cuts. */
    private static List<Segment> segments(Random random, int length) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        while (at < length) {
            int to = Math.min(length, at + 1 + random.nextInt(random.nextBoolean() ? 20 : 1400));
            segments.add(new Segment(at, to));
            if (random.nextInt(4) == 0) {
                int from = Math.max(0, at - random.nextInt(200));
                segments.add(new Segment(from, Math.min(length, from + 1 + random.nextInt(600))));
            }
            at = to;
        }
        return segments;
    }

    private static List<Segment> shuffled(List<Segment> segments, Random random) {
        List<Segment> shuffled = new ArrayList<>(segments);
        for (int i = 0; i < shuffled.size(); i++) {
            int with = Math.min(shuffled.size() - 1, i + random.nextInt(6));
            shuffled.set(i, shuffled.set(with, shuffled.get(i)));
        }
        return shuffled;
    }

    private static List<String> told(List<String> packets) {
        List<String> told = new ArrayList<>(List.of("1 opened 10.0.0.2:50000 10.0.0.1:1883"));
        packets.forEach(packet -> told.add("1 > " + packet));
        return told;
    }
}
