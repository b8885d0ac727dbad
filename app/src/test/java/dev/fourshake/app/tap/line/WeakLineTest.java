package dev.fourshake.app.tap.line;

import static dev.fourshake.app.tap.Packets.CONNACK;
import static dev.fourshake.app.tap.Packets.CONNECT;
import static dev.fourshake.app.tap.Packets.PINGREQ;
import static dev.fourshake.app.tap.Packets.PINGRESP;
import static dev.fourshake.app.tap.Packets.publish;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.LeakWatch;
import dev.fourshake.app.tap.Packets;
import dev.fourshake.app.tap.Peer;
import dev.fourshake.app.tap.Rig;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.PacketType;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakWatch.class)
class WeakLineTest {

    private static final Direction UP = Direction.CLIENT_TO_SERVER;
    private static final Direction DOWN = Direction.SERVER_TO_CLIENT;
    /** Longer than any test, so that nothing arrives by itself. */
    private static final String ENDLESS = "latency=1000s";

    @Test
    void aLatePacketIsHeldAndReleasedInOrderAndNothingOvertakesIt() throws Exception {
        try (Rig rig = weak("latency=20ms,jitter=20ms,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(1, 7) + PINGREQ + publish(0, 0));
            broker.expect(CONNECT + publish(1, 7) + PINGREQ + publish(0, 0)).send(CONNACK);
            device.expect(CONNACK);
            rig.finish();
            List<Frame> sent = rig.events(Frame.class).stream().filter(each -> each.direction() == UP).toList();
            assertEquals(4, sent.size());
            assertTrue(sent.stream().allMatch(each -> each.fate() == Fate.HELD));
            assertEquals(sent.stream().map(Frame::holdId).toList(),
                    rig.events(FrameReleased.class).stream().map(FrameReleased::holdId).toList());
            assertEquals(List.of(Fate.PASSED), fates(rig, 1, DOWN));
            assertEquals(6, rig.tap.status().packets() + 1);
        }
    }

    @Test
    void whatIsOnItsWayArrivesWhenTheLineBecomesPerfect() throws Exception {
        try (Rig rig = weak(ENDLESS); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(1, 7).substring(0, 8));
            await().until(() -> fates(rig, 1, UP).equals(List.of(Fate.HELD)));
            line(rig);
            broker.expect(CONNECT);
            device.send(publish(1, 7).substring(8) + publish(1, 8));
            broker.expect(publish(1, 7) + publish(1, 8)).send(CONNACK);
            device.expect(CONNACK);
            rig.finish();
            assertEquals(List.of(Fate.HELD, Fate.PASSED, Fate.PASSED), fates(rig, 1, UP));
        }
    }

    @Test
    void aPacketThatHasBegunBeforeTheLineBecameWeakPassesWhole() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            String publish = publish(1, 7).replace(" ", "");
            device.send(CONNECT + publish.substring(0, 8));
            broker.expect(CONNECT + publish.substring(0, 8));
            line(rig, ENDLESS);
            device.send(publish.substring(8) + PINGREQ);
            broker.expect(publish.substring(8));
            await().until(() -> fates(rig, 1, UP).equals(List.of(Fate.PASSED, Fate.PASSED, Fate.HELD)));
        }
    }

    @Test
    void everyNthPacketCutsTheLineAndIsLostWithAllBehindIt() throws Exception {
        try (Rig rig = weak("cut=every 3,c2s,latency=100ms")) {
            for (int link = 1; link <= 2; link++) {
                try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                    device.send(CONNECT + PINGREQ + publish(1, 7) + publish(1, 8));
                    broker.expect(CONNECT + PINGREQ).expectReset();
                    device.expectReset();
                }
            }
            rig.finish();
            assertEquals(List.of("TAP RESET", "TAP RESET"), rig.endings());
            assertEquals(List.of(Fate.PASSED, Fate.PASSED, Fate.DROPPED, Fate.DROPPED),
                    rig.events(FrameReleased.class).stream().filter(each -> each.link() == 2)
                            .map(FrameReleased::fate).toList());
        }
    }

    @Test
    void aCutAlsoLosesWhatABreakpointHolds() throws Exception {
        try (Rig rig = weak("cut=every 2,c2s")) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
            try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                broker.send(publish(0, 0));
                await().until(() -> rig.tap.holds().held().size() == 1);
                device.send(CONNECT + PINGREQ + publish(1, 7));
                broker.expect(CONNECT).expectReset();
                rig.finish();
                assertEquals(List.of(), rig.tap.holds().held());
                assertEquals(List.of("TAP RESET"), rig.endings());
            }
        }
    }

    @Test
    void aHeldPacketIsCountedAlsoWhereBytesThatAreNoMqttStandBehindIt() throws Exception {
        try (Rig rig = weak("cut=every 2,c2s")) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
            try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                device.send(publish(1, 7) + publish(1, 8) + "62 ff ff ff ff 01");
                await().until(() -> rig.tap.holds().held().size() == 3);
                rig.tap.holds().resume();
                broker.expect(publish(1, 7)).expectReset();
            }
        }
    }

    @Test
    void aBlackHoleSwallowsPacketsWhileTcpLivesAndTheOtherDirectionGoesOn() throws Exception {
        try (Rig rig = weak("blackhole=every 2,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT).send(CONNACK);
            device.expect(CONNACK).send(publish(1, 7) + PINGREQ);
            await().until(() -> fates(rig, 1, UP).equals(List.of(Fate.PASSED, Fate.DROPPED, Fate.DROPPED)));
            broker.send(publish(0, 0));
            device.expect(publish(0, 0)).send(publish(1, 8).substring(0, 8));
            line(rig);
            device.send(publish(1, 8).substring(8));
            broker.expect(publish(1, 8));
        }
    }

    @Test
    void inABlackHoleTheEndOfOneSideIsNotNoticedByTheOther() throws Exception {
        try (Rig rig = weak("blackhole,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT).reset();
            await().until(() -> rig.endings().equals(List.of("CLIENT HALF_CLOSED")));
            broker.send(CONNACK);
            await().until(() -> fates(rig, 1, DOWN).equals(List.of(Fate.DROPPED)));
            broker.socket().close();
            await().until(() -> rig.tap.status().linksUp() == 0);
            rig.finish();
            assertEquals("BROKER CLOSED", rig.endings().getLast());
        }
    }

    @Test
    void aFinThatVanishedArrivesWhenTheLineIsGoodAgain() throws Exception {
        try (Rig rig = weak("blackhole,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(PINGREQ).halfClose();
            await().until(() -> rig.endings().equals(List.of("CLIENT HALF_CLOSED")));
            broker.send(PINGRESP);
            device.expect(PINGRESP);
            line(rig);
            broker.expectEnd();
        }
    }

    @Test
    void ofAHalfOpenLinkOneSideIsResetAndTheOtherBelievesThatItLives() throws Exception {
        try (Rig rig = weak("halfopen=every 2,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT).send(CONNACK);
            device.expect(CONNACK).send(PINGREQ);
            broker.expectReset();
            device.send(publish(1, 7));
            await().until(() -> fates(rig, 1, UP).size() == 3 && rig.endings().size() == 1);
            assertEquals(1, rig.tap.status().linksUp());
            device.socket().close();
            await().until(() -> rig.tap.status().linksUp() == 0);
            rig.finish();
            assertEquals("TAP HALF_CLOSED", rig.endings().getFirst());
            assertEquals("CLIENT CLOSED", rig.endings().getLast());
        }
    }

    @Test
    void theDeviceCanBeTheOneThatIsGone() throws Exception {
        try (Rig rig = weak("halfopen,s2c"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT).send(CONNACK);
            device.expectReset();
            broker.send(publish(0, 0));
            await().until(() -> fates(rig, 1, DOWN).size() == 2);
            assertEquals(1, rig.tap.status().linksUp());
        }
    }

    @Test
    void aHalfOpenLinkIsResetWhenTheLineIsPerfectAgain() throws Exception {
        try (Rig rig = weak("halfopen,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expectReset();
            line(rig);
            device.expectReset();
            rig.finish();
            assertEquals(List.of("TAP HALF_CLOSED", "TAP RESET"), rig.endings());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void finAndRstComeBehindWhatIsOnItsWay(boolean reset) throws Exception {
        try (Rig rig = weak("latency=100ms,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(0, 0));
            await().until(() -> fates(rig, 1, UP).size() == 2);
            if (reset) {
                device.reset();
                broker.expect(CONNECT + publish(0, 0)).expectReset();
            } else {
                device.halfClose();
                broker.expect(CONNECT + publish(0, 0)).expectEnd();
            }
            await().until(() -> rig.endings().equals(List.of(reset ? "CLIENT RESET" : "CLIENT HALF_CLOSED")));
        }
    }

    @Test
    void rstComesBehindFinToo() throws Exception {
        try (Rig rig = weak("latency=500ms,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(0, 0));
            await().until(() -> fates(rig, 1, UP).size() == 2);
            device.halfClose();
            await().until(() -> rig.endings().equals(List.of("CLIENT HALF_CLOSED")));
            device.reset();
            // Who has ended is not read any more: what is sent there finds it gone.
            broker.send(CONNACK);
            broker.expect(CONNECT + publish(0, 0)).expectEnd();
            await().until(() -> rig.endings().equals(List.of("CLIENT HALF_CLOSED", "CLIENT RESET")));
            assertEquals(0, rig.tap.status().linksUp());
        }
    }

    /** An answer that the device does not want to hear any more must not take back what it has said. */
    @Test
    void whatADeviceSaidBeforeItClosedArrivesThoughAnswersFindItClosed() throws Exception {
        try (Rig rig = weak("latency=200ms,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(0, 0) + Packets.DISCONNECT);
            await().until(() -> fates(rig, 1, UP).size() == 3);
            device.socket().close();
            broker.send(CONNACK);
            broker.expect(CONNECT);
            broker.expect(publish(0, 0) + Packets.DISCONNECT).expectEnd();
            broker.socket().close();
            await().until(() -> rig.tap.status().linksUp() == 0);
        }
    }

    @Test
    void whatABreakpointLetsGoEntersTheLineAndIsToldOnce() throws Exception {
        try (Rig rig = weak("latency=1ms")) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
            try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                device.send(CONNECT + publish(1, 7) + publish(1, 8));
                await().until(() -> rig.tap.holds().held().size() == 2);
                line(rig, ENDLESS);
                rig.tap.holds().resume();
                await().until(() -> rig.tap.holds().held().isEmpty());
                line(rig);
                broker.expect(CONNECT + publish(1, 7) + publish(1, 8));
                rig.finish();
                assertEquals(List.of(Fate.HELD, Fate.HELD, Fate.HELD), fates(rig, 1, UP));
                assertEquals(3, rig.events(FrameReleased.class).stream().map(FrameReleased::holdId).distinct().count());
                assertEquals(3, rig.events(FrameReleased.class).size());
            }
        }
    }

    /** A breakpoint that is set while the line keeps the beginning of a packet. */
    @Test
    void aBreakpointStandsAtPacketsAlsoBeforeALine() throws Exception {
        try (Rig rig = weak("latency=1ms"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            String publish = publish(1, 7).replace(" ", "");
            device.send(CONNECT + publish.substring(0, 8));
            broker.expect(CONNECT);
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH))).get();
            device.send(publish.substring(8) + publish(1, 8));
            broker.expect(publish);
            await().until(() -> rig.tap.holds().held().size() == 1);
        }
    }

    @Test
    void onlyTheLineOfTheNamedClientIsWeak() throws Exception {
        try (Rig rig = weak("client=a,blackhole=every 2", "seed=3,client=nobody,cut");
             Peer named = rig.device(); Peer namedAtBroker = rig.atBroker();
             Peer other = rig.device(); Peer otherAtBroker = rig.atBroker()) {
            String otherConnect = CONNECT.substring(0, CONNECT.length() - 2) + "62";
            named.send(CONNECT + publish(1, 7));
            namedAtBroker.expect(CONNECT);
            other.send(otherConnect + publish(1, 7) + publish(1, 8));
            otherAtBroker.expect(otherConnect + publish(1, 7) + publish(1, 8));
            await().until(() -> fates(rig, 1, UP).equals(List.of(Fate.PASSED, Fate.DROPPED)));
            rig.finish();
            assertEquals(List.of(Fate.PASSED, Fate.PASSED, Fate.PASSED), fates(rig, 2, UP));
        }
    }

    @Test
    void aRunningLinkIsKnownByTheNameOfItsClient() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT);
            await().until(() -> rig.feed.trace().snapshot().sessions().stream()
                    .anyMatch(session -> session.clientId().equals("a")));
            line(rig, "client=a,blackhole,c2s");
            device.send(PINGREQ);
            await().until(() -> fates(rig, 1, UP).equals(List.of(Fate.PASSED, Fate.DROPPED)));
        }
    }

    @Test
    void aFullLineStopsTheSenderAndMemoryDoesNotGrow() throws Exception {
        byte[] packet = HexFormat.of().parseHex("30 80 08".replace(" ", "") + "000174" + "00".repeat(1021));
        int count = 32 * LineQueue.LIMIT / packet.length;
        byte[] stream = repeated(packet, count);
        try (Rig rig = weak("rate=1bit/s,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            CompletableFuture<Void> sending = device.sending(stream);
            AtomicLong last = new AtomicLong(-1);
            await().during(Duration.ofMillis(500)).until(() -> {
                long now = fates(rig, 1, UP).size();
                return last.getAndSet(now) == now && now > 0;
            });
            assertTrue(last.get() * packet.length < 8 * LineQueue.LIMIT, last::toString);
            assertFalse(sending.isDone());
            line(rig);
            assertArrayEquals(stream, broker.read(stream.length));
            sending.get();
        }
    }

    /** How TCP cuts the bytes, and when they come, changes nothing of what befalls the packets. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 64, 4096})
    void theSameSeedIsTheSameRunHoweverTheBytesAreCut(int chunk) throws Exception {
        LineQuality quality = LineRule.parse("cut=1%,seed=11").quality();
        int arriving = 0;
        LineCourse course = new LineCourse(quality, 1, UP);
        while (course.next(0, 8).outcome() == LineCourse.Outcome.ARRIVES) {
            arriving++;
        }
        byte[] packet = HexFormat.of().parseHex(publish(1, 7).replace(" ", ""));
        byte[] stream = repeated(packet, arriving + 50);
        try (Rig rig = weak("cut=1%,seed=11,c2s"); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (int at = 0; at < stream.length; at += chunk) {
                        device.send(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + chunk)));
                    }
                } catch (java.io.IOException _) {
                    // The line is cut.
                }
            });
            assertArrayEquals(Arrays.copyOf(stream, arriving * packet.length), broker.read(arriving * packet.length));
            broker.expectReset();
            sending.get();
            rig.finish();
            assertEquals(arriving, fates(rig, 1, UP).stream().filter(each -> each == Fate.PASSED).count());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyBytesArriveUnchangedHoweverOftenTheLineChanges(long seed) throws Exception {
        Random random = new Random(seed);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(HexFormat.of().parseHex(CONNECT.replace(" ", "")));
        List<String> kinds = List.of(publish(0, 0), publish(2, 9), PINGREQ, Packets.pubrel(3));
        for (int i = 0; i < 2_000; i++) {
            all.writeBytes(HexFormat.of().parseHex(kinds.get(random.nextInt(kinds.size())).replace(" ", "")));
        }
        byte[] garbage = new byte[random.nextInt(5_000)];
        random.nextBytes(garbage);
        all.writeBytes(HexFormat.of().parseHex("ffffffffffff"));
        all.writeBytes(garbage);
        byte[] stream = all.toByteArray();
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(() -> broker.readAll(stream.length));
            int at = 0;
            while (at < stream.length) {
                int next = Math.min(stream.length, at + 1 + random.nextInt(400));
                device.send(Arrays.copyOfRange(stream, at, next));
                at = next;
                switch (random.nextInt(4)) {
                    case 0 -> line(rig, "latency=2ms,jitter=2ms,c2s");
                    case 1 -> line(rig, "rate=2Mbit/s");
                    case 2 -> line(rig);
                    default -> { }
                }
            }
            device.halfClose();
            assertArrayEquals(stream, arrived.get());
            broker.expectEnd();
            rig.finish();
            assertArrayEquals(stream, rig.seen(1, UP));
            List<Long> held = rig.events(Frame.class).stream().filter(each -> each.fate() == Fate.HELD)
                    .map(Frame::holdId).toList();
            assertEquals(held, rig.events(FrameReleased.class).stream().map(FrameReleased::holdId).toList());
        }
    }

    /** Whatever befalls them, nothing is left of links but what the trace says. */
    @ParameterizedTest
    @ValueSource(strings = {"cut=5%,latency=1ms,jitter=1ms,seed=1", "halfopen=5%,seed=2", "blackhole=5%,seed=3",
        "cut=3%,halfopen=3%,blackhole=1%,latency=1ms,seed=4"})
    void manyLinksThatFailLeaveNothingBehind(String line) throws Exception {
        int links = 60;
        try (Rig rig = weak(line)) {
            for (int i = 0; i < links; i++) {
                try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                    exchange(device, broker, i);
                } catch (java.io.IOException _) {
                    // The line has failed, as it was asked to.
                }
            }
            line(rig);
            await().until(() -> rig.tap.status().linksUp() == 0);
            rig.finish();
            assertEquals(links, rig.endings().stream().filter(each -> !each.endsWith("HALF_CLOSED")).count());
            List<Long> held = rig.events(Frame.class).stream().filter(each -> each.fate() == Fate.HELD)
                    .map(Frame::holdId).sorted().toList();
            assertEquals(held, rig.events(FrameReleased.class).stream().map(FrameReleased::holdId).sorted().toList());
        }
    }

    /** Both sides talk at once, and end as they like. */
    private static void exchange(Peer device, Peer broker, int number) throws java.io.IOException {
        for (int i = 1; i <= 10; i++) {
            device.send(publish(2, i));
            broker.send(publish(1, i));
        }
        if (number % 3 == 0) {
            device.reset();
        } else if (number % 3 == 1) {
            broker.halfClose();
        }
    }

    private static byte[] repeated(byte[] packet, int count) {
        byte[] stream = new byte[count * packet.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(packet, 0, stream, i * packet.length, packet.length);
        }
        return stream;
    }

    private static Rig weak(String... rules) throws Exception {
        Rig rig = new Rig();
        line(rig, rules);
        return rig;
    }

    /** Waits until the links know. */
    private static void line(Rig rig, String... rules) throws Exception {
        List<LineRule> all = new ArrayList<>();
        for (String rule : rules) {
            all.add(LineRule.parse(rule));
        }
        rig.tap.lines().rules(all).get();
    }

    private static List<Fate> fates(Rig rig, int link, Direction direction) {
        return rig.events(Frame.class).stream().filter(each -> each.link() == link && each.direction() == direction)
                .map(Frame::fate).toList();
    }
}
