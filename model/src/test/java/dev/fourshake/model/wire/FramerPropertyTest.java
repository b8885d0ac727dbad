package dev.fourshake.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FramerPropertyTest {

    @Property
    void anySplitTellsTheSame(@ForAll("streams") byte[] stream,
            @ForAll @Size(max = 8) List<@IntRange(max = 200) Integer> cuts) {
        Bytes bytes = Bytes.of(stream);
        FramerTest.Told whole = FramerTest.feed(List.of(bytes));
        FramerTest.Told split = FramerTest.feed(split(bytes, cuts));
        FramerTest.Told single = FramerTest.feed(FramerTest.singles(bytes));
        assertEquals(whole.packets, split.packets);
        assertEquals(whole.packets, single.packets);
        assertEquals(String.join("", whole.opaque), String.join("", single.opaque));
        assertEquals(whole.framer.pending(), single.framer.pending());
    }

    @Property
    void nothingIsLostAndNothingIsReordered(@ForAll("streams") byte[] stream) {
        Bytes bytes = Bytes.of(stream);
        FramerTest.Told told = FramerTest.feed(FramerTest.singles(bytes));
        told.framer.end(told);
        assertEquals(bytes.hex(), told.all.toString());
    }

    @Property
    void theBoundaryKnowsTheLengthOfEachPacket(@ForAll("streams") byte[] stream) {
        List<String> expected = FramerTest.feed(List.of(Bytes.of(stream))).packets;
        PacketBoundary boundary = new PacketBoundary();
        ByteBuffer buffer = ByteBuffer.wrap(stream);
        List<String> cut = new ArrayList<>();
        while (boundary.advance(buffer) == PacketBoundary.Step.PACKET) {
            int length = (int) boundary.packetLength();
            cut.add(Bytes.of(stream, buffer.position() - length, length).hex());
        }
        assertEquals(expected, cut);
    }

    /** Bytes of any kind, most of them behind a good CONNECT or made of bytes that packets are made of. */
    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<Byte> any = Arbitraries.bytes();
        Arbitrary<Byte> likely = Arbitraries.of((byte) 0x10, (byte) 0x30, (byte) 0x32, (byte) 0x40, (byte) 0x62,
                (byte) 0xC0, (byte) 0x80, (byte) 0, (byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        Arbitrary<byte[]> bytes = Arbitraries.oneOf(any, likely).array(byte[].class).ofMaxSize(200);
        byte[] connect = Bytes.ofHex("10 0D 00 04 4D 51 54 54 04 02 00 3C 00 01 61").toArray();
        return Arbitraries.oneOf(bytes, bytes.map(rest -> {
            byte[] stream = Arrays.copyOf(connect, connect.length + rest.length);
            System.arraycopy(rest, 0, stream, connect.length, rest.length);
            return stream;
        }));
    }

    private static List<Bytes> split(Bytes bytes, List<Integer> cuts) {
        List<Bytes> chunks = new ArrayList<>();
        int from = 0;
        for (int cut : cuts.stream().sorted().toList()) {
            int to = Math.min(cut, bytes.length());
            chunks.add(bytes.slice(from, to - from));
            from = to;
        }
        chunks.add(bytes.from(from));
        return chunks;
    }
}
