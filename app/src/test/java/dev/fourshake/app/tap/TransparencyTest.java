package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakWatch.class)
class TransparencyTest {

    @Test
    void bytesThatAreNoMqttPassBothWaysUnchangedAndAllAreSeen() throws Exception {
        byte[] up = random(1, 3_000_000);
        byte[] down = random(2, 5_000_000);
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            CompletableFuture<Void> sendUp = device.sending(up);
            CompletableFuture<Void> sendDown = broker.sending(down);
            CompletableFuture<byte[]> gotDown = CompletableFuture.supplyAsync(() -> device.readAll(down.length));
            assertArrayEquals(up, broker.read(up.length));
            assertArrayEquals(down, gotDown.get());
            sendUp.get();
            sendDown.get();
            rig.finish();
            assertArrayEquals(up, rig.seen(1, Direction.CLIENT_TO_SERVER));
            assertArrayEquals(down, rig.seen(1, Direction.SERVER_TO_CLIENT));
        }
    }

    /** What goes past the pipeline and what had to wait in it keep their order. */
    @Test
    void nothingIsLostWhereTheReceiverDoesNotReadForAWhile() throws Exception {
        byte[] up = random(3, 40_000_000);
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send("00");
            assertArrayEquals(new byte[1], broker.read(1));
            assertTrue(isShort(rig));
            CompletableFuture<Void> sending = device.sending(up);
            await().until(() -> !isShort(rig));
            assertArrayEquals(up, broker.read(up.length));
            sending.get();
            await().until(() -> isShort(rig));
            device.send("01");
            broker.expect("01");
            // With gates and without.
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PINGREQ)));
            await().until(() -> !isShort(rig));
            rig.tap.holds().breakpoints(List.of());
            await().until(() -> isShort(rig));
            rig.finish();
            assertEquals(up.length + 2, rig.tap.status().bytes());
        }
    }

    private static boolean isShort(Rig rig) {
        TapLink link = rig.tap.links().findFirst().orElseThrow();
        return CompletableFuture.supplyAsync(() -> link.from(link.device()).isShort(), link::execute).join();
    }

    @Test
    void packetsBecomeOneFrameEachHoweverTheyAreSegmented() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            for (String single : Packets.CONNECT.split(" ")) {
                device.send(single);
                broker.expect(single);
            }
            device.send(Packets.PINGREQ + Packets.PINGREQ);
            broker.expect(Packets.PINGREQ + Packets.PINGREQ);
            rig.finish();
            assertEquals(LinkOpened.class, rig.events.getFirst().getClass());
            List<Frame> frames = rig.events(Frame.class);
            assertEquals(List.of(15, 2, 2), frames.stream().map(frame -> frame.raw().length()).toList());
            assertEquals(3, rig.tap.status().packets());
            assertEquals(19, rig.tap.status().bytes());
            List<Long> times = frames.stream().map(WireEvent::timeNanos).toList();
            assertEquals(times.stream().sorted().toList(), times);
        }
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
