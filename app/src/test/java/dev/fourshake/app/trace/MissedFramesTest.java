package dev.fourshake.app.trace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An observer that is slower than the wire: what it did not see is said exactly, and at its place. */
class MissedFramesTest {

    private static final Direction UP = Direction.CLIENT_TO_SERVER;
    private static final Bytes CONNECT = Bytes.ofHex("100d00044d5154540402003c000161");
    private static final int QUEUE = 16 * 1024;

    private final List<WireEvent> events = new ArrayList<>();
    private final Semaphore pace = new Semaphore(0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyByteIsEitherSeenOrMissedAtItsPlaceAndFramesAreWhole(long seed) {
        Random random = new Random(seed);
        List<byte[]> packets = packets(random);
        byte[] stream = joined(packets);
        TraceFeed feed = slowFeed();
        LiveLink link = feed.open("device:1", "broker:1883", false, false);
        for (int at = 0; at < stream.length; ) {
            int length = Math.min(1 + random.nextInt(3000), stream.length - at);
            link.bytes(UP, at, ByteBuffer.wrap(stream, at, length));
            at += length;
            if (random.nextInt(4) == 0) {
                pace.release();
            }
        }
        link.ended(stream.length, Party.CLIENT, Ending.CLOSED, "");
        pace.release(1_000_000);
        feed.close();

        int at = 0;
        int frames = 0;
        long missed = 0;
        long time = 0;
        for (WireEvent event : events) {
            assertTrue(event instanceof LinkOpened || event.timeNanos() >= time, event::toString);
            switch (event) {
                case Frame frame -> {
                    assertFalse(frame.opaque());
                    assertEquals(Bytes.of(stream, at, frame.raw().length()), frame.raw());
                    at += frame.raw().length();
                    frames++;
                }
                case FramesMissed gap -> {
                    at += (int) gap.bytes();
                    frames += (int) gap.frames();
                    missed += gap.frames();
                }
                case LinkOpened _, LinkEnded _, FrameReleased _ -> { }
            }
            if (!(event instanceof LinkOpened)) {
                time = event.timeNanos();
            }
        }
        assertEquals(stream.length, at);
        assertEquals(packets.size(), frames);
        assertTrue(missed > 0);
        assertEquals(missed, feed.status().missedFrames());
        assertTrue(events.getLast() instanceof LinkEnded);
    }

    @Test
    void bytesThatAreNoMqttStayOpaqueBehindAGap() {
        TraceFeed feed = slowFeed();
        LiveLink link = feed.open("device:1", "broker:1883", false, false);
        byte[] junk = new byte[1024];
        for (int i = 0; i < 100; i++) {
            link.bytes(UP, i, ByteBuffer.wrap(junk));
        }
        pace.release(1_000_000);
        drained(feed);
        // This would be a packet, if packets could begin here.
        link.bytes(UP, 200, ByteBuffer.wrap(new byte[] {(byte) 0xC0, 0}));
        feed.close();
        assertTrue(events.stream().anyMatch(FramesMissed.class::isInstance));
        assertEquals(Frame.opaque(1, 200, UP, Bytes.ofHex("c000")), events.getLast());
    }

    @Test
    void aHeldFrameThatWasNotSeenIsNotReleasedEither() {
        TraceFeed feed = slowFeed();
        LiveLink link = feed.open("device:1", "broker:1883", false, false);
        long seen = link.held(UP, 1, CONNECT, false);
        link.bytes(UP, 2, ByteBuffer.wrap(joined(packets(new Random(1)))));
        while (feed.hasRoom(Entry.OVERHEAD * 4)) {
            link.bytes(Direction.SERVER_TO_CLIENT, 3, ByteBuffer.wrap(new byte[] {(byte) 0xD0, 0}));
        }
        long unseen = link.held(UP, 4, CONNECT, false);
        link.released(UP, 5, seen, Fate.PASSED);
        link.released(UP, 5, unseen, Fate.PASSED);
        pace.release(1_000_000);
        feed.close();
        assertEquals(List.of(seen), events.stream().filter(FrameReleased.class::isInstance)
                .map(each -> ((FrameReleased) each).holdId()).toList());
    }

    @Test
    void thatALinkBeganAndEndedIsToldEvenWhereThereIsNoRoom() {
        TraceFeed feed = slowFeed();
        LiveLink first = feed.open("device:1", "broker:1883", false, false);
        while (feed.hasRoom(Entry.OVERHEAD)) {
            first.bytes(UP, 1, ByteBuffer.wrap(new byte[] {(byte) 0xC0, 0}));
        }
        LiveLink second = feed.open("device:2", "broker:1883", false, false);
        second.bytes(UP, 2, CONNECT.asBuffer());
        LiveLink third = feed.open("device:3", "broker:1883", false, false);
        third.bytes(UP, 3, CONNECT.asBuffer());
        third.ended(3, Party.CLIENT, Ending.CLOSED, "");
        pace.release(1_000_000);
        drained(feed);
        second.bytes(UP, 4, ByteBuffer.wrap(new byte[] {(byte) 0xC0, 0}));
        feed.close();
        List<WireEvent> ofSecond = events.stream().filter(each -> each.link() == 2).toList();
        assertEquals(List.of(new FramesMissed(2, 4, UP, CONNECT.length(), 1),
                Frame.passed(2, 4, UP, Bytes.ofHex("c000"))), ofSecond.subList(1, 3));
        List<WireEvent> ofThird = events.stream().filter(each -> each.link() == 3).toList();
        assertEquals(List.of(new FramesMissed(3, 3, UP, CONNECT.length(), 1),
                new LinkEnded(3, 3, Party.CLIENT, Ending.CLOSED, "")), ofThird.subList(1, 3));
        assertEquals(List.of("device:1", "device:2", "device:3"), feed.trace().snapshot().links().stream()
                .map(each -> each.opened().client()).toList());
    }

    /** Its sink takes one batch a permit. */
    private TraceFeed slowFeed() {
        TraceFeed feed = new TraceFeed(new Trace(), QUEUE);
        feed.addSink(batch -> {
            pace.acquire();
            events.addAll(batch);
        });
        return feed;
    }

    private static void drained(TraceFeed feed) {
        await().until(() -> feed.status().queuedBytes() == 0);
    }

    private static List<byte[]> packets(Random random) {
        List<byte[]> packets = new ArrayList<>(List.of(CONNECT.toArray()));
        for (int i = 0; i < 2_000; i++) {
            int body = random.nextInt(20) == 0 ? 130 + random.nextInt(5_000) : 2 + random.nextInt(100);
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.write(0x30);
            if (body >= 0x80) {
                packet.write(body & 0x7F | 0x80);
            }
            packet.write(body >= 0x80 ? body >> 7 : body);
            byte[] rest = new byte[body];
            random.nextBytes(rest);
            packet.writeBytes(rest);
            packets.add(packet.toByteArray());
        }
        return packets;
    }

    private static byte[] joined(List<byte[]> packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packets.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
