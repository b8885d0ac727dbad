package dev.fourshake.app.tap.hold;

import static dev.fourshake.app.tap.Packets.CONNACK;
import static dev.fourshake.app.tap.Packets.CONNECT;
import static dev.fourshake.app.tap.Packets.PINGREQ;
import static dev.fourshake.app.tap.Packets.PINGRESP;
import static dev.fourshake.app.tap.Packets.pubcomp;
import static dev.fourshake.app.tap.Packets.publish;
import static dev.fourshake.app.tap.Packets.pubrec;
import static dev.fourshake.app.tap.Packets.pubrel;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.LeakWatch;
import dev.fourshake.app.tap.Peer;
import dev.fourshake.app.tap.Rig;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.PacketType;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakWatch.class)
class HoldTest {

    private static final Direction UP = Direction.CLIENT_TO_SERVER;
    private static final Direction DOWN = Direction.SERVER_TO_CLIENT;

    @Test
    void whatComesBehindAHeldPacketWaitsInOrderAndKeepAlivePasses() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(1, 7) + pubrel(9) + PINGREQ + publish(0, 0));
            broker.expect(CONNECT + PINGREQ);
            awaitHeld(rig, "PUBLISH 7", "PUBREL 9", "PUBLISH 0");
            broker.send(CONNACK + PINGRESP);
            device.expect(CONNACK + PINGRESP);
            rig.tap.holds().resume();
            broker.expect(publish(1, 7) + pubrel(9) + publish(0, 0));
            awaitHeld(rig);
            rig.finish();
            assertEquals(List.of(Fate.PASSED, Fate.HELD, Fate.HELD, Fate.PASSED, Fate.HELD),
                    rig.events(Frame.class).stream().filter(each -> each.direction() == UP).map(Frame::fate).toList());
            assertEquals(rig.events(Frame.class).stream().filter(each -> each.fate() == Fate.HELD).map(Frame::holdId)
                    .toList(), rig.events(FrameReleased.class).stream().map(FrameReleased::holdId).toList());
            assertTrue(rig.events(FrameReleased.class).stream().allMatch(each -> each.fate() == Fate.PASSED));
        }
    }

    @Test
    void aHandshakeIsSteppedPacketByPacketWhicheverWayTheyGo() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH).in(UP)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            HoldControl holds = rig.tap.holds();
            device.send(CONNECT + publish(2, 1));
            broker.expect(CONNECT);
            awaitHeld(rig, "PUBLISH 1");
            holds.step(1, UP);
            broker.expect(publish(2, 1)).send(pubrec(1));
            awaitHeld(rig, "PUBREC 1");
            holds.step(1, DOWN);
            device.expect(pubrec(1)).send(pubrel(1));
            awaitHeld(rig, "PUBREL 1");
            holds.step(1, UP);
            broker.expect(pubrel(1)).send(pubcomp(1));
            awaitHeld(rig, "PUBCOMP 1");
            holds.resume(1);
            device.expect(pubcomp(1)).send(pubrel(2));
            broker.expect(pubrel(2)).send(pubcomp(2));
            device.expect(pubcomp(2)).send(publish(1, 3));
            awaitHeld(rig, "PUBLISH 3");
        }
    }

    @Test
    void aPacketWhoseFirstByteHasPassedIsPassedOnWhole() throws Exception {
        String publish = publish(1, 7);
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish.substring(0, 5));
            broker.expect(CONNECT + publish.substring(0, 5));
            arm(rig, Breakpoint.on(PacketType.PUBLISH));
            device.send(publish.substring(5) + publish(1, 8));
            broker.expect(publish.substring(5));
            awaitHeld(rig, "PUBLISH 8");
            device.send(PINGREQ);
            broker.expect(PINGREQ);
        }
    }

    @Test
    void aPacketThatComesByteByByteIsHeldWhole() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT);
            for (String single : publish(1, 7).replace("0007", "00 07").split(" ")) {
                assertEquals(List.of(), rig.tap.holds().held());
                device.send(single);
            }
            awaitHeld(rig, "PUBLISH 7");
            rig.tap.holds().resume();
            broker.expect(publish(1, 7));
        }
    }

    @Test
    void disarmingLetsNothingGoAndLaterPacketsWaitBehind() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(publish(1, 1));
            awaitHeld(rig, "PUBLISH 1");
            arm(rig);
            device.send(publish(1, 2) + PINGREQ);
            broker.expect(PINGREQ);
            awaitHeld(rig, "PUBLISH 1", "PUBLISH 2");
            rig.tap.holds().resume();
            broker.expect(publish(1, 1) + publish(1, 2));
            device.send(publish(1, 3));
            broker.expect(publish(1, 3));
        }
    }

    @Test
    void oneLinkIsHeldAndTheOthersGoOn() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH).onLink(2)); Peer first = rig.device();
             Peer firstAtBroker = rig.atBroker(); Peer second = rig.device(); Peer secondAtBroker = rig.atBroker()) {
            second.send(publish(0, 0) + PINGREQ);
            secondAtBroker.expect(PINGREQ);
            first.send(publish(0, 0));
            firstAtBroker.expect(publish(0, 0));
            assertEquals(2, rig.tap.holds().held().getFirst().link());
        }
    }

    @Test
    void aCloseFollowsWhatIsHeld() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            // Behind the held packet stands the beginning of one that will never be whole.
            device.send(publish(1, 7) + "32 06 00").halfClose();
            awaitHeld(rig, "PUBLISH 7");
            await().until(() -> rig.endings().equals(List.of("CLIENT HALF_CLOSED")));
            broker.halfClose();
            device.expectEnd();
            rig.tap.holds().step(1, UP);
            broker.expect(publish(1, 7) + "32 06 00").expectEnd();
            rig.finish();
            assertEquals(List.of("CLIENT HALF_CLOSED", "BROKER CLOSED"), rig.endings());
            assertTrue(rig.events(Frame.class).getLast().opaque());
        }
    }

    @Test
    void aResetDropsWhatIsHeld() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            // Behind the held packet stands the beginning of one that will never be whole.
            device.send(PINGREQ + publish(1, 7) + "32 06 00");
            broker.expect(PINGREQ);
            awaitHeld(rig, "PUBLISH 7");
            device.reset();
            broker.expectReset();
            awaitHeld(rig);
            rig.finish();
            assertEquals(List.of(Fate.DROPPED, Fate.DROPPED),
                    rig.events(FrameReleased.class).stream().map(FrameReleased::fate).toList());
            assertEquals(Bytes.ofHex("320600"), rig.events(Frame.class).getLast().raw());
            assertEquals(List.of("CLIENT RESET"), rig.endings());
        }
    }

    @Test
    void aBrokenFirstPacketOfTheBrokerIsHeldAsThePacketThatItIs() throws Exception {
        // Connect Acknowledge Flags of 7: without CONNECT before it nobody would take it for MQTT.
        String broken = "20 02 07 00";
        try (Rig rig = armed(Breakpoint.on(PacketType.CONNACK)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT).send(broken);
            awaitHeld(rig, "CONNACK 0");
            rig.tap.holds().resume();
            device.expect(broken);
            rig.finish();
            assertTrue(rig.events(Frame.class).stream().noneMatch(Frame::opaque));
        }
    }

    @Test
    void closingTheTapLetsAllGo() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(publish(1, 7) + "32 06 00");
            awaitHeld(rig, "PUBLISH 7");
            rig.finish();
            broker.expect(publish(1, 7) + "32 06 00").expectEnd();
            assertEquals(List.of(), rig.tap.holds().held());
            assertEquals(Fate.PASSED, rig.events(FrameReleased.class).getFirst().fate());
        }
    }

    @Test
    void bytesThatAreNoMqttKeepTheirPlaceBehindAHeldPacket() throws Exception {
        String garbage = "62 ff ff ff ff 01 02";
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(publish(1, 7) + garbage + PINGREQ);
            await().until(() -> rig.tap.holds().held().size() >= 2);
            rig.tap.holds().resume();
            broker.expect(publish(1, 7) + garbage + PINGREQ);
            device.send(publish(1, 8));
            broker.expect(publish(1, 8));
            rig.finish();
            List<Frame> frames = rig.events(Frame.class);
            assertFalse(frames.getFirst().opaque());
            assertTrue(frames.stream().skip(1).allMatch(Frame::opaque));
        }
    }

    @Test
    void aSenderBehindAHeldPacketIsReadToALimitOnly() throws Exception {
        // QoS 0, Remaining Length 16,384.
        byte[] packet = new byte[4 + (1 << 14)];
        new Random(3).nextBytes(packet);
        System.arraycopy(HexFormat.of().parseHex("30808001"), 0, packet, 0, 4);
        byte[] stream = new byte[packet.length * 4 * (Gate.LIMIT >> 14)];
        for (int at = 0; at < stream.length; at += packet.length) {
            System.arraycopy(packet, 0, stream, at, packet.length);
        }
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT);
            CompletableFuture<Void> sending = device.sending(stream);
            await().until(() -> rig.tap.holds().held().size() > Gate.LIMIT / (packet.length + HeldQueue.OVERHEAD));
            assertFalse(sending.isDone());
            arm(rig);
            rig.tap.holds().resume();
            assertArrayEquals(stream, broker.read(stream.length));
            sending.get();
            assertTrue(rig.tap.holds().held().isEmpty());
        }
    }

    @Test
    void whatATinyPacketCostsCountsToo() throws Exception {
        int count = Gate.LIMIT / HeldQueue.OVERHEAD;
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBREL)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT + pubrel(1).repeat(count));
            broker.expect(CONNECT);
            await().until(() -> rig.tap.holds().held().size() > Gate.LIMIT / (4 + HeldQueue.OVERHEAD));
            assertTrue(rig.isFull(UP));
            arm(rig);
            rig.tap.holds().resume();
            broker.expect(pubrel(1).repeat(count));
            assertFalse(rig.isFull(UP));
        }
    }

    @Test
    void nothingOvertakesConnectAndConnack() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.CONNECT, PacketType.CONNACK)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT + PINGREQ);
            awaitHeld(rig, "CONNECT 0", "PINGREQ 0");
            rig.tap.holds().resume();
            broker.expect(CONNECT + PINGREQ).send(CONNACK + PINGRESP);
            awaitHeld(rig, "CONNACK 0", "PINGRESP 0");
            rig.tap.holds().resume();
            device.expect(CONNACK + PINGRESP);
        }
    }

    @Test
    void aPacketOfOurOwnWaitsUntilConnectHasGone() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.CONNECT), Breakpoint.on(PacketType.PUBLISH).in(DOWN)
                .then(new Reaction.Acknowledge(PacketType.PUBACK, 0))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            awaitHeld(rig, "CONNECT 0");
            broker.send(CONNACK + publish(1, 7) + pubrel(3));
            device.expect(CONNACK + pubrel(3));
            rig.tap.holds().resume();
            broker.expect(CONNECT + "40 02 00 07");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void holdingAndSteppingAtRandomChangesNoByteAndNoOrder(long seed) throws Exception {
        Random random = new Random(seed);
        StringBuilder hex = new StringBuilder(CONNECT + publish(1, 1));
        for (int i = 2; i <= 3_000; i++) {
            hex.append(random.nextBoolean() ? publish(random.nextInt(3), i) : pubrel(i));
        }
        byte[] stream = HexFormat.of().parseHex(hex.toString().replace(" ", ""));
        int first = (CONNECT + publish(1, 1)).replace(" ", "").length() / 2;
        try (Rig rig = armed(Breakpoint.on(PacketType.PUBLISH)); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            HoldControl holds = rig.tap.holds();
            CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(() -> broker.readAll(stream.length));
            device.send(Arrays.copyOf(stream, first));
            awaitHeld(rig, "PUBLISH 1");
            for (int at = first; at < stream.length; ) {
                int length = Math.min(1 + random.nextInt(200), stream.length - at);
                device.send(Arrays.copyOfRange(stream, at, at + length));
                at += length;
                switch (random.nextInt(8)) {
                    case 0 -> holds.breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
                    case 1 -> holds.breakpoints(List.of(Breakpoint.on(PacketType.PUBREL)));
                    case 2 -> holds.breakpoints(List.of());
                    case 3 -> holds.resume();
                    default -> holds.step(1, UP);
                }
            }
            holds.breakpoints(List.of());
            // What the tap has not read yet may still meet a link that is being stepped.
            await().until(() -> {
                holds.resume();
                return arrived.isDone();
            });
            assertArrayEquals(stream, arrived.get());
            rig.finish();
            assertArrayEquals(stream, rig.seen(1, UP));
            List<Long> held = rig.events(Frame.class).stream().filter(each -> each.fate() == Fate.HELD)
                    .map(Frame::holdId).toList();
            assertFalse(held.isEmpty());
            assertEquals(held, rig.events(FrameReleased.class).stream().map(FrameReleased::holdId).toList());
        }
    }

    private static Rig armed(Breakpoint... breakpoints) throws Exception {
        Rig rig = new Rig();
        rig.tap.holds().breakpoints(List.of(breakpoints));
        return rig;
    }

    /** Changes the breakpoints and waits until the links know. */
    private static void arm(Rig rig, Breakpoint... breakpoints) throws Exception {
        rig.tap.holds().breakpoints(List.of(breakpoints)).get();
    }

    private static void awaitHeld(Rig rig, String... packets) {
        await().untilAsserted(() -> assertEquals(Arrays.asList(packets),
                rig.tap.holds().held().stream().map(held -> held.type() + " " + held.packetId()).toList()));
    }
}
