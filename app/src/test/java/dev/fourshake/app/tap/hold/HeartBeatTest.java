package dev.fourshake.app.tap.hold;

import static dev.fourshake.app.tap.Packets.CONNACK;
import static dev.fourshake.app.tap.Packets.PINGREQ;
import static dev.fourshake.app.tap.Packets.PINGRESP;
import static dev.fourshake.app.tap.Packets.publish;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.LeakWatch;
import dev.fourshake.app.tap.Peer;
import dev.fourshake.app.tap.Rig;
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketType;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the tap pings in a device's place, and when it must not. */
@ExtendWith(LeakWatch.class)
class HeartBeatTest {

    /** MQTT 5, Keep Alive 1 s, Authentication Method "a". */
    private static final String AUTHENTICATING =
            "10 12 00 04 4d 51 54 54 05 02 00 01 04 15 00 01 61 00 01 61";
    /** Continue authentication, Authentication Method "a". */
    private static final String AUTH = "f0 06 18 04 15 00 01 61";

    /** The longest silence is two pauses; a broker bears one and a half of the keep alive. */
    @ParameterizedTest
    @CsvSource({"1, 500", "3, 1500", "6, 3000", "10, 5000", "60, 5000", "65535, 5000", "0, 5000"})
    void noSilenceIsLongerThanTheKeepAlive(int keepAliveSeconds, long millis) {
        assertEquals(millis, HeartBeat.pauseMillis(keepAliveSeconds));
        assertTrue(keepAliveSeconds == 0 || 2 * millis <= keepAliveSeconds * 1_000L);
    }

    @Test
    void whoAuthenticatesSendsNothingElseBeforeConnack() throws Exception {
        try (Rig rig = new Rig()) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.AUTH, PacketType.PUBLISH)));
            try (Peer first = rig.device(); Peer firstAtBroker = rig.atBroker()) {
                first.send(AUTHENTICATING);
                firstAtBroker.expect(AUTHENTICATING).send(AUTH);
                await().until(() -> rig.tap.holds().held().size() == 1);
                rig.tap.holds().resume(1);
                first.expect(AUTH).send(AUTH);
                await().until(() -> rig.tap.holds().held().size() == 1);
                try (Peer second = rig.device(); Peer secondAtBroker = rig.atBroker()) {
                    publishAtOnce(second, secondAtBroker, 1);
                    // The first link was held before the second, and has the same keep alive.
                    secondAtBroker.expect(PINGREQ + PINGREQ);
                    rig.finish();
                    assertTrue(rig.events(Frame.class).stream().filter(each -> each.fate() == Fate.INJECTED)
                            .allMatch(each -> each.link() == 2));
                }
            }
        }
    }

    /** Nothing goes before CONNECT (MQTT-3.1.0-1): a broker would end a connection that begins with PINGREQ. */
    @Test
    void aBrokerThatNeverGotConnectIsNotPinged() throws Exception {
        try (Rig rig = new Rig()) {
            rig.tap.holds().breakpoints(List.of(
                    Breakpoint.on(PacketType.CONNECT).atHit(1).then(new Reaction.Drop()),
                    Breakpoint.on(PacketType.PUBLISH)));
            try (Peer first = rig.device(); Peer firstAtBroker = rig.atBroker()) {
                first.send(connect(1) + publish(1, 7));
                await().until(() -> rig.tap.holds().held().size() == 1);
                try (Peer second = rig.device(); Peer secondAtBroker = rig.atBroker()) {
                    publishAtOnce(second, secondAtBroker, 1);
                    // The first link was held before the second, and has the same keep alive.
                    secondAtBroker.expect(PINGREQ.repeat(4));
                    rig.tap.holds().resume(1);
                    firstAtBroker.expect(publish(1, 7));
                }
            }
        }
    }

    @Test
    void aKeepAliveThatTheTraceReadsOnlyAfterwardsCounts() throws Exception {
        try (Rig rig = new Rig()) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
            Semaphore reading = new Semaphore(0);
            try (Peer slow = rig.device(); Peer slowAtBroker = rig.atBroker()) {
                slow.send(connect(6));
                await().until(() -> rig.feed.trace().snapshot().links().stream()
                        .anyMatch(link -> link.keepAlive() == 6));
                rig.feed.addSink(_ -> reading.acquire());
                try (Peer quick = rig.device(); Peer quickAtBroker = rig.atBroker()) {
                    publishAtOnce(quick, quickAtBroker, 1);
                    slow.send(publish(1, 7));
                    await().until(() -> rig.tap.holds().held().size() == 2);
                    reading.release(1_000_000);
                    slowAtBroker.expect(connect(6) + PINGREQ);
                    rig.finish();
                    assertEquals(2, rig.events(Frame.class).stream().filter(each -> each.fate() == Fate.INJECTED)
                            .toList().getFirst().link());
                }
            }
        }
    }

    @Test
    void theTapAnswersADeviceWhoseBrokerIsReadNoFurther() throws Exception {
        byte[] packet = new byte[4 + (1 << 14)];
        System.arraycopy(HexFormat.of().parseHex("30808001000174"), 0, packet, 0, 7);
        int count = 3 * (Gate.LIMIT >> 14);
        try (Rig rig = new Rig()) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH).in(Direction.SERVER_TO_CLIENT)));
            try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                device.send(connect(60));
                broker.expect(connect(60)).send(CONNACK);
                byte[] stream = new byte[count * packet.length];
                for (int i = 0; i < count; i++) {
                    System.arraycopy(packet, 0, stream, i * packet.length, packet.length);
                }
                CompletableFuture<Void> sending = broker.sending(stream);
                device.expect(CONNACK);
                await().until(() -> rig.tap.holds().held().size() > Gate.LIMIT / (packet.length + HeldQueue.OVERHEAD));
                device.send(PINGREQ);
                broker.expect(PINGREQ);
                device.expect(PINGRESP);
                rig.tap.holds().breakpoints(List.of());
                rig.tap.holds().resume();
                device.read(stream.length);
                sending.get();
                // Late, and told already.
                broker.send(PINGRESP + publish(1, 7));
                device.expect(publish(1, 7));
                rig.finish();
                assertEquals(List.of(Fate.INJECTED, Fate.DROPPED), fates(rig, "d000"));
                assertEquals(List.of(Fate.PASSED), fates(rig, "c000"));
            }
        }
    }

    @Test
    void noAnswerIsExpectedToAPingThatABlackHoleSwallows() throws Exception {
        int count = Gate.LIMIT / HeldQueue.OVERHEAD;
        String stream = publish(1, 7).repeat(count);
        try (Rig rig = new Rig()) {
            rig.tap.lines().rules(List.of(LineRule.parse("blackhole,c2s")));
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
            try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                broker.send(stream);
                await().until(() -> rig.tap.holds().held().size() > Gate.LIMIT / (8 + HeldQueue.OVERHEAD));
                device.send(PINGREQ).expect(PINGRESP);
                rig.tap.lines().rules(List.of());
                rig.tap.holds().breakpoints(List.of());
                rig.tap.holds().resume();
                device.expect(stream).send(PINGREQ);
                broker.expect(PINGREQ).send(PINGRESP);
                device.expect(PINGRESP);
            }
        }
    }

    @Test
    void theTapAnswersADeviceWhoseBrokerHasGoneWhileItsPacketsAreHeld() throws Exception {
        try (Rig rig = new Rig()) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
            try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                device.send(connect(60));
                broker.expect(connect(60)).send(CONNACK + publish(1, 7)).halfClose();
                device.expect(CONNACK);
                await().until(() -> rig.tap.holds().held().size() == 1 && rig.endings().size() == 1);
                device.send(PINGREQ).expect(PINGRESP).send(PINGREQ).expect(PINGRESP);
                rig.tap.holds().resume();
                device.expect(publish(1, 7)).expectEnd();
                rig.finish();
                assertEquals(List.of(Fate.INJECTED, Fate.INJECTED), fates(rig, "d000"));
                assertEquals(List.of(Fate.DROPPED, Fate.DROPPED), fates(rig, "c000"));
            }
        }
    }

    @Test
    void theTimesOfBothSidesRunDown() throws Exception {
        try (Rig rig = new Rig()) {
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
            try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                assertEquals(Patience.UNKNOWN, rig.tap.holds().patience(1));
                long before = WireClock.now();
                device.send(connect(60));
                broker.expect(connect(60)).send(CONNACK);
                device.expect(CONNACK).send(PINGREQ);
                broker.expect(PINGREQ);
                await().until(() -> rig.tap.holds().patience(1).deviceNanos().isPresent());
                Patience asked = rig.tap.holds().patience(1);
                assertTrue(asked.brokerNanos().orElseThrow() >= before + 90_000_000_000L);
                assertTrue(asked.deviceNanos().orElseThrow() >= before + 60_000_000_000L);
                broker.send(PINGRESP);
                device.expect(PINGRESP);
                assertTrue(rig.tap.holds().patience(1).deviceNanos().isEmpty());
            }
        }
    }

    private static List<Fate> fates(Rig rig, String packet) {
        return rig.events(Frame.class).stream().filter(each -> each.raw().equals(Bytes.ofHex(packet)))
                .map(Frame::fate).toList();
    }

    private static void publishAtOnce(Peer device, Peer broker, int keepAliveSeconds) throws Exception {
        device.send(connect(keepAliveSeconds) + publish(1, 7));
        broker.expect(connect(keepAliveSeconds)).send(CONNACK);
        device.expect(CONNACK);
    }

    private static String connect(int keepAliveSeconds) {
        return "10 0d 00 04 4d 51 54 54 04 02 %04x 00 01 61".formatted(keepAliveSeconds);
    }
}
