package dev.fourshake.app.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.BlockEncoder.EncodedBlock;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.Subprotocols;
import dev.fourshake.model.wire.WireEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BlockCodecTest {

    @Provide
    Arbitrary<List<WireEvent>> events() {
        return WireEvents.lists();
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    }

    @Property
    void everyEventComesBackExactly(@ForAll("events") List<WireEvent> events) throws BadBlockException {
        EncodedBlock block = encode(events);
        assertEquals(events, BlockDecoder.decode(block.range(0, block.size()), block.count()));
    }

    @Property
    void anyBytesGiveEventsOrARefusal(@ForAll("bytes") byte[] bytes) {
        byte[] block = bytes.clone();
        if (block.length > 1) {
            block[0] = WireEventCodec.WEB_SOCKET;
        }
        decodeOrRefuse(block);
    }

    @Property
    void aDamagedBlockGivesEventsOrARefusal(@ForAll("events") List<WireEvent> events, @ForAll Random random) {
        byte[] block = bytes(encode(events));
        block[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
        decodeOrRefuse(block);
        decodeOrRefuse(Arrays.copyOf(block, random.nextInt(block.length)));
    }

    /** The bytes as docs/capture-format.md describes them: a change here is a change of the format. */
    @Test
    void theBytesAreAsDocumented() throws BadBlockException {
        List<WireEvent> events = List.of(
                new LinkOpened(1, 5, "a:1", "b:2", true, false),
                new Frame(2, 7, Direction.SERVER_TO_CLIENT, Bytes.ofHex("d000"), false, Frame.Fate.DROPPED, 0),
                new Frame(300, 6, Direction.CLIENT_TO_SERVER, Bytes.ofHex("ff"), true, Frame.Fate.HELD, 9),
                new FramesMissed(1, 6, Direction.CLIENT_TO_SERVER, 64, -1));
        byte[] expected = Bytes.ofHex("""
                01 00
                0b 01 0a 03 613a31 03 623a32
                48 02 04 02 d000
                31 ac02 01 09 01 ff
                05 01 00 8001 01
                """).toArray();
        assertArrayEquals(expected, bytes(encode(events)));
        assertEquals(events, BlockDecoder.decode(Bytes.of(expected), events.size()));
    }

    /** Blocks without WebSockets stay what older programs read. */
    @Test
    void whatIsKnownOfAWebSocketMakesABlockOfFormatTwo() throws BadBlockException {
        List<WireEvent> events = List.of(
                new LinkOpened(1, 5, "a:1", "b:2", false, false, Optional.of(new Subprotocols("mqtt", ""))),
                Frame.passed(1, 6, Direction.CLIENT_TO_SERVER, Bytes.ofHex("c000")).inText());
        byte[] expected = Bytes.ofHex("""
                02 00
                23 01 0a 03 613a31 03 623a32 04 6d717474 00
                06 01 02 00 02 c000
                """).toArray();
        assertArrayEquals(expected, bytes(encode(events)));
        assertEquals(events, BlockDecoder.decode(Bytes.of(expected), events.size()));
    }

    @Test
    void likePacketsAreDeflated() throws BadBlockException {
        List<WireEvent> events = SampleTraffic.events(1000, 4);
        EncodedBlock block = encode(events);
        assertTrue(block.size() < 1000 * 20, "stored in " + block.size() + " bytes");
        assertEquals(events, BlockDecoder.decode(block.range(0, block.size()), block.count()));
    }

    @Test
    void aLargeFrameIsNotCopied() throws BadBlockException {
        byte[] payload = new byte[BlockEncoder.FULL_BYTES];
        new Random(1).nextBytes(payload);
        WireEvent frame = Frame.passed(1, 2, Direction.CLIENT_TO_SERVER, Bytes.of(payload));
        assertTrue(BlockEncoder.isLarge(frame));
        EncodedBlock block = encode(List.of(frame));
        assertEquals(payload.length, block.tail().length());
        assertEquals(List.of(frame), BlockDecoder.decode(block.range(0, block.size()), 1));
    }

    @Test
    void theIndexKnowsWhatTravelled() throws BadBlockException {
        EncodedBlock block = encode(List.of(
                new LinkOpened(7, 50, "a:1", "b:2", false, false),
                Frame.passed(7, 60, Direction.CLIENT_TO_SERVER, Bytes.ofHex("c000")),
                Frame.passed(7, 55, Direction.SERVER_TO_CLIENT, Bytes.ofHex("d000")),
                Frame.passed(7, 58, Direction.CLIENT_TO_SERVER, Bytes.ofHex("e000")),
                new FramesMissed(7, 59, Direction.CLIENT_TO_SERVER, 100, 3)));
        assertEquals(50, block.earliest());
        assertEquals(60, block.latest());
        List<LinkTraffic> traffic = List.of(new LinkTraffic(7, Direction.CLIENT_TO_SERVER, 5, 104),
                new LinkTraffic(7, Direction.SERVER_TO_CLIENT, 1, 2));
        assertEquals(traffic, block.traffic());
        assertEquals(traffic, LinkTraffic.decode(LinkTraffic.encode(traffic)));
    }

    @Test
    void aBlockWithTheWrongNumberOfEventsIsRefused() {
        byte[] block = bytes(encode(SampleTraffic.events(10, 1)));
        assertThrows(BadBlockException.class, () -> BlockDecoder.decode(Bytes.of(block), 9));
        assertThrows(BadBlockException.class, () -> BlockDecoder.decode(Bytes.of(block), 11));
    }

    private static EncodedBlock encode(List<WireEvent> events) {
        try (BlockEncoder encoder = new BlockEncoder()) {
            events.forEach(encoder::add);
            return encoder.finish();
        }
    }

    private static byte[] bytes(EncodedBlock block) {
        return block.range(0, block.size()).toArray();
    }

    private static void decodeOrRefuse(byte[] block) {
        for (int count : new int[] {0, 1, 2, Integer.MAX_VALUE}) {
            try {
                assertEquals(count, BlockDecoder.decode(Bytes.of(block), count).size());
            } catch (BadBlockException refused) {
                assertTrue(!refused.getMessage().isEmpty());
            }
        }
    }
}
