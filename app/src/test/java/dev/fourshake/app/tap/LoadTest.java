package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many, large, and slow. */
@ExtendWith(LeakWatch.class)
class LoadTest {

    private static final int DEVICES = 200;
    private static final int MEBI = 1 << 20;

    @Test
    void twoHundredDevicesAtOnceAreServed() throws Exception {
        try (Rig rig = new Rig()) {
            List<Peer> devices = new ArrayList<>();
            List<Peer> atBroker = new ArrayList<>();
            for (int i = 0; i < DEVICES; i++) {
                devices.add(rig.device());
            }
            for (int i = 0; i < DEVICES; i++) {
                atBroker.add(rig.atBroker());
            }
            for (int i = 0; i < DEVICES; i++) {
                devices.get(i).send(Packets.CONNECT + Packets.publish(1, i + 1));
            }
            for (Peer broker : atBroker) {
                broker.expect(Packets.CONNECT);
                broker.send(Packets.CONNACK + HexFormat.of().formatHex(broker.read(8)));
            }
            for (int i = 0; i < DEVICES; i++) {
                devices.get(i).expect(Packets.CONNACK + Packets.publish(1, i + 1));
            }
            assertEquals(DEVICES, rig.tap.status().linksUp());
            for (Peer device : devices) {
                device.close();
            }
            for (Peer broker : atBroker) {
                broker.expectEnd();
                broker.close();
            }
            await().until(() -> rig.tap.status().linksUp() == 0);
            rig.finish();
            assertEquals(DEVICES, rig.tap.status().links());
            assertEquals(DEVICES * 4, rig.events(Frame.class).size());
            assertEquals(2 * DEVICES, rig.endings().size());
            List<Integer> numbers = rig.events(LinkOpened.class).stream().map(LinkOpened::link).toList();
            assertEquals(numbers.stream().sorted().toList(), numbers);
        }
    }

    @Test
    void aPayloadOf100MebibytesIsOneFrame() throws Exception {
        int body = 100 * MEBI;
        ByteBuffer header = ByteBuffer.wrap(HexFormat.of().parseHex("30" + "83808032" + "0001" + "74"));
        byte[] part = new byte[MEBI];
        new Random(5).nextBytes(part);
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(Packets.CONNECT);
            broker.expect(Packets.CONNECT);
            MessageDigest sent = MessageDigest.getInstance("SHA-256");
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    sent.update(header.array());
                    device.send(header.array());
                    for (int i = 0; i < 100; i++) {
                        sent.update(part);
                        device.send(part);
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            MessageDigest received = MessageDigest.getInstance("SHA-256");
            received.update(broker.read(header.capacity()));
            for (int i = 0; i < 100; i++) {
                received.update(broker.read(MEBI));
            }
            sending.get();
            byte[] digest = sent.digest();
            assertArrayEquals(digest, received.digest());
            rig.finish();
            Frame frame = rig.events(Frame.class).getLast();
            assertFalse(frame.opaque());
            assertEquals(header.capacity() + body, frame.raw().length());
            MessageDigest seen = MessageDigest.getInstance("SHA-256");
            seen.update(frame.raw().asBuffer());
            assertArrayEquals(digest, seen.digest());
            assertEquals(1L, rig.feed.trace().snapshot().totals().packets().get(PacketType.PUBLISH));
        }
    }

    @Test
    void aSideThatDoesNotReadStopsTheOtherAndMemoryDoesNotGrow() throws Exception {
        byte[] stream = new byte[64 * MEBI];
        new Random(6).nextBytes(stream);
        try (Rig rig = new Rig(UnaryOperator.identity(), MEBI); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            CompletableFuture<Void> sending = device.sending(stream);
            // Until no more bytes pass: all buffers on the way are full.
            AtomicLong last = new AtomicLong(-1);
            await().during(Duration.ofMillis(500)).until(() -> {
                long now = rig.tap.status().bytes();
                return last.getAndSet(now) == now;
            });
            assertTrue(last.get() < stream.length / 2, last::toString);
            assertFalse(sending.isDone());
            assertArrayEquals(stream, broker.read(stream.length));
            sending.get();
        }
    }

    @Test
    void anObserverThatIsStuckStopsNoTrafficAndTheTraceSaysWhatItMissed() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        byte[] packet = HexFormat.of().parseHex("30 80 08".replace(" ", "") + "000174" + "00".repeat(1021));
        int count = 20_000;
        byte[] stream = new byte[count * packet.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(packet, 0, stream, i * packet.length, packet.length);
        }
        try (Rig rig = new Rig(UnaryOperator.identity(), MEBI); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            rig.feed.addSink(_ -> stuck.await());
            CompletableFuture<Void> sending = device.sending(stream);
            assertArrayEquals(stream, broker.read(stream.length));
            sending.get();
            assertTrue(rig.tap.status().missedBytes() > 0);
            stuck.countDown();
            await().until(() -> rig.feed.status().queuedBytes() == 0);
            device.send(Packets.PINGREQ);
            broker.expect(Packets.PINGREQ);
            rig.finish();
            assertTrue(rig.events(Frame.class).stream().noneMatch(Frame::opaque));
            long missedFrames = rig.events(FramesMissed.class).stream().mapToLong(FramesMissed::frames).sum();
            long missedBytes = rig.events(FramesMissed.class).stream().mapToLong(FramesMissed::bytes).sum();
            assertEquals(count + 1, rig.events(Frame.class).size() + missedFrames);
            assertEquals(stream.length + 2, rig.seen(1, Direction.CLIENT_TO_SERVER).length + missedBytes);
            assertEquals(missedBytes, rig.feed.trace().snapshot().totals().missingBytes());
        }
    }
}
