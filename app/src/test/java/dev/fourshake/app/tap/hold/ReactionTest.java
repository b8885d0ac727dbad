package dev.fourshake.app.tap.hold;

import static dev.fourshake.app.tap.Packets.CONNACK;
import static dev.fourshake.app.tap.Packets.CONNECT;
import static dev.fourshake.app.tap.Packets.PINGREQ;
import static dev.fourshake.app.tap.Packets.pubcomp;
import static dev.fourshake.app.tap.Packets.publish;
import static dev.fourshake.app.tap.Packets.pubrec;
import static dev.fourshake.app.tap.Packets.pubrel;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.LeakWatch;
import dev.fourshake.app.tap.Packets;
import dev.fourshake.app.tap.Peer;
import dev.fourshake.app.tap.Rig;
import dev.fourshake.app.tap.hold.Reaction.Acknowledge;
import dev.fourshake.app.tap.hold.Reaction.Answer;
import dev.fourshake.app.tap.hold.Reaction.Cut;
import dev.fourshake.app.tap.hold.Reaction.Cut.Manner;
import dev.fourshake.app.tap.hold.Reaction.Cut.Moment;
import dev.fourshake.app.tap.hold.Reaction.Delay;
import dev.fourshake.app.tap.hold.Reaction.Drop;
import dev.fourshake.app.tap.hold.Reaction.Duplicate;
import dev.fourshake.app.tap.hold.Reaction.Hold;
import dev.fourshake.app.tap.hold.Reaction.Replace;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done with a packet by itself, and by hand with one that is held. */
@ExtendWith(LeakWatch.class)
class ReactionTest {

    private static final Direction UP = Direction.CLIENT_TO_SERVER;
    private static final Breakpoint PUBLISH = Breakpoint.on(PacketType.PUBLISH);
    private static final Breakpoint PUBREL = Breakpoint.on(PacketType.PUBREL);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration NEVER = Duration.ofDays(1);

    // ------------------------------------------------------------------ by itself

    @Test
    void aDroppedPacketNeverArrivesAndAllElseDoes() throws Exception {
        try (Rig rig = armed(PUBREL.then(new Drop())); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(2, 1) + pubrel(1) + publish(0, 0));
            broker.expect(CONNECT + publish(2, 1) + publish(0, 0));
            rig.finish();
            assertEquals(List.of("PASSED CONNECT", "PASSED PUBLISH", "DROPPED PUBREL", "PASSED PUBLISH"), frames(rig));
        }
    }

    @Test
    void aDuplicatedPacketGoesTwice() throws Exception {
        try (Rig rig = armed(PUBREL.then(new Duplicate())); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + pubrel(1) + pubrel(2));
            broker.expect(CONNECT + pubrel(1) + pubrel(1) + pubrel(2) + pubrel(2));
            rig.finish();
            assertEquals(List.of("PASSED CONNECT", "PASSED PUBREL", "DUPLICATED PUBREL", "PASSED PUBREL",
                    "DUPLICATED PUBREL"), frames(rig));
        }
    }

    @Test
    void whatComesBehindADelayedPacketGoesOnWithIt() throws Exception {
        try (Rig rig = armed(PUBREL.then(new Delay(SOON))); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + pubrel(1) + PINGREQ + publish(1, 7));
            broker.expect(CONNECT + PINGREQ + pubrel(1) + publish(1, 7));
            await().until(() -> rig.tap.holds().held().isEmpty());
            rig.finish();
            List<Frame> frames = rig.events(Frame.class);
            assertEquals(List.of("PASSED CONNECT", "HELD PUBREL", "PASSED PINGREQ", "HELD PUBLISH"), frames(rig));
            FrameReleased gone = rig.events(FrameReleased.class).getFirst();
            assertTrue(gone.timeNanos() - frames.get(1).timeNanos() >= SOON.toNanos());
        }
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, FIN", "BEFORE, RST", "AFTER, FIN", "AFTER, RST"})
    void aCutEndsBothSidesAsItSays(Moment moment, Manner manner) throws Exception {
        try (Rig rig = armed(PUBREL.then(new Cut(moment, manner))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT).send(CONNACK);
            device.expect(CONNACK).send(publish(1, 7) + pubrel(1) + publish(1, 8));
            broker.expect(publish(1, 7) + (moment == Moment.AFTER ? pubrel(1) : ""));
            if (manner == Manner.FIN) {
                broker.expectEnd();
                device.expectEnd();
            } else {
                broker.expectReset();
                device.expectReset();
            }
            await().until(() -> rig.tap.status().linksUp() == 0);
            rig.finish();
            assertEquals(List.of(manner == Manner.FIN ? "TAP CLOSED" : "TAP RESET"), rig.endings());
            assertEquals((moment == Moment.AFTER ? "PASSED" : "DROPPED") + " PUBREL", frames(rig).getLast());
        }
    }

    @Test
    void nothingThatComesAfterACutPasses() throws Exception {
        try (Rig rig = armed(PUBREL.then(new Cut(Moment.AFTER, Manner.FIN))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT + pubrel(1));
            broker.expect(CONNECT + pubrel(1)).send(pubcomp(1));
            broker.expectEnd();
            device.expectEnd();
        }
    }

    @Test
    void aPacketIsAnsweredInThePeersPlace() throws Exception {
        try (Rig rig = armed(PUBLISH.in(UP).then(new Acknowledge(PacketType.PUBREC, 0x97))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(Packets.CONNECT_5 + Packets.publish5(2, 7));
            broker.expect(Packets.CONNECT_5);
            device.expect("50 03 00 07 97");
            rig.finish();
            assertEquals(List.of("PASSED CONNECT", "DROPPED PUBLISH", "INJECTED PUBREC"), frames(rig));
        }
    }

    @Test
    void anAnswerStandsInTheMiddleOfNoOtherPacket() throws Exception {
        String before = publish(1, 7);
        try (Rig rig = armed(PUBREL.then(new Answer(Bytes.ofHex("70020001")))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT).send(CONNACK + before.substring(0, 8));
            device.expect(CONNACK + before.substring(0, 8)).send(pubrel(1) + publish(0, 0));
            broker.expect(publish(0, 0)).send(before.substring(8) + publish(0, 0));
            device.expect(before.substring(8) + pubcomp(1) + publish(0, 0));
            rig.finish();
            assertTrue(rig.events(Frame.class).stream().noneMatch(Frame::opaque));
        }
    }

    @Test
    void anEditedPacketIsOurs() throws Exception {
        try (Rig rig = armed(PUBREL.then(new Replace(Bytes.ofHex("62020009")))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT + pubrel(1));
            broker.expect(CONNECT + pubrel(9));
            rig.finish();
            assertEquals(List.of("PASSED CONNECT", "DROPPED PUBREL", "INJECTED PUBREL"), frames(rig));
        }
    }

    // ------------------------------------------------------------------ by hand

    @Test
    void aHeldPacketIsDroppedAndWhatOnlyWaitedBehindItGoesOn() throws Exception {
        try (Rig rig = armed(PUBREL); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + pubrel(1) + publish(1, 7) + pubrel(2) + publish(1, 8));
            broker.expect(CONNECT);
            awaitHeld(rig, "PUBREL 1", "PUBLISH 7", "PUBREL 2", "PUBLISH 8");
            rig.tap.holds().react(id(rig, 0), new Drop());
            broker.expect(publish(1, 7));
            awaitHeld(rig, "PUBREL 2", "PUBLISH 8");
            rig.finish();
        }
    }

    @Test
    void aPacketBehindOthersIsDuplicatedWhenItIsItsTurn() throws Exception {
        try (Rig rig = armed(PUBREL); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + pubrel(1) + publish(1, 7) + pubrel(2));
            broker.expect(CONNECT);
            awaitHeld(rig, "PUBREL 1", "PUBLISH 7", "PUBREL 2");
            rig.tap.holds().react(id(rig, 1), new Duplicate());
            await().until(() -> rig.tap.holds().held().get(1).reaction().filter(Duplicate.class::isInstance)
                    .isPresent());
            rig.tap.holds().react(id(rig, 0), new Duplicate());
            broker.expect(pubrel(1) + pubrel(1) + publish(1, 7) + publish(1, 7));
            awaitHeld(rig, "PUBREL 2");
            rig.tap.holds().react(id(rig, 0), new Replace(Bytes.ofHex("62020003")));
            broker.expect(pubrel(3));
            rig.finish();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeldPacketCutsTheLink(Moment moment) throws Exception {
        try (Rig rig = armed(PUBREL); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + pubrel(1) + publish(1, 7));
            broker.expect(CONNECT);
            awaitHeld(rig, "PUBREL 1", "PUBLISH 7");
            rig.tap.holds().react(id(rig, 0), new Cut(moment, Manner.FIN));
            broker.expect(moment == Moment.AFTER ? pubrel(1) : "").expectEnd();
            device.expectEnd();
            awaitHeld(rig);
            rig.finish();
            assertEquals(2, rig.events(FrameReleased.class).size());
        }
    }

    @Test
    void oneExchangeIsSteppedAndAllOthersPass() throws Exception {
        try (Rig rig = armed(PUBLISH.in(UP).atHit(1)); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            HoldControl holds = rig.tap.holds();
            device.send(CONNECT + publish(2, 1) + publish(2, 2));
            broker.expect(CONNECT);
            awaitHeld(rig, "PUBLISH 1", "PUBLISH 2");
            holds.stepExchange(id(rig, 0));
            broker.expect(publish(2, 1) + publish(2, 2)).send(pubrec(2) + pubrec(1));
            device.expect(pubrec(2));
            awaitHeld(rig, "PUBREC 1");
            holds.stepExchange(id(rig, 0));
            device.expect(pubrec(1)).send(pubrel(2) + pubrel(1));
            broker.expect(pubrel(2)).send(pubcomp(2));
            device.expect(pubcomp(2));
            awaitHeld(rig, "PUBREL 1");
            holds.stepExchange(id(rig, 0));
            broker.expect(pubrel(1)).send(pubcomp(1));
            awaitHeld(rig, "PUBCOMP 1");
            holds.stepExchange(id(rig, 0));
            // The identifier is free again: another exchange.
            device.expect(pubcomp(1)).send(publish(2, 1));
            broker.expect(publish(2, 1));
            awaitHeld(rig);
        }
    }

    // ------------------------------------------------------------------ after a time

    @Test
    void aForgottenPacketGoesOnByItselfInOrder() throws Exception {
        try (Rig rig = new Rig()) {
            rig.tap.holds().releaseAfter(SOON);
            rig.tap.holds().breakpoints(List.of(PUBREL));
            try (Peer device = rig.device(); Peer broker = rig.atBroker()) {
                device.send(CONNECT + pubrel(1) + publish(1, 7) + pubrel(2));
                broker.expect(CONNECT + pubrel(1) + publish(1, 7) + pubrel(2));
                rig.finish();
                assertEquals(List.of("PASSED CONNECT", "HELD PUBREL", "HELD PUBLISH", "HELD PUBREL"), frames(rig));
            }
        }
    }

    @Test
    void anotherTimeHoldsForWhatStandsAlreadyAndNotForADelay() throws Exception {
        try (Rig rig = armed(PUBREL); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            rig.tap.holds().releaseAfter(NEVER);
            device.send(CONNECT + pubrel(1) + pubrel(2));
            broker.expect(CONNECT);
            awaitHeld(rig, "PUBREL 1", "PUBREL 2");
            HeldPacket first = rig.tap.holds().held().getFirst();
            assertEquals(first.sinceNanos() + NEVER.toNanos(), first.releaseNanos());
            rig.tap.holds().react(id(rig, 1), new Delay(NEVER));
            rig.tap.holds().releaseAfter(SOON);
            broker.expect(pubrel(1));
            awaitHeld(rig, "PUBREL 2");
            rig.tap.holds().react(id(rig, 0), new Hold());
            broker.expect(pubrel(2));
        }
    }

    @Test
    void nobodyStepsAnyMoreWhereAPacketGoesByItself() throws Exception {
        try (Rig rig = armed(PUBLISH); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            HoldControl holds = rig.tap.holds();
            device.send(CONNECT + publish(1, 1));
            awaitHeld(rig, "PUBLISH 1");
            holds.step(1, UP);
            broker.expect(CONNECT + publish(1, 1));
            device.send(pubrel(1));
            awaitHeld(rig, "PUBREL 1");
            holds.releaseAfter(SOON);
            broker.expect(pubrel(1));
            holds.releaseAfter(NEVER);
            device.send(pubrel(2));
            broker.expect(pubrel(2)).send(pubcomp(2));
            device.expect(pubcomp(2));
        }
    }

    @Test
    void noExchangeIsSteppedAnyMoreWhereAPacketGoesByItself() throws Exception {
        try (Rig rig = armed(PUBLISH.in(UP)); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            HoldControl holds = rig.tap.holds();
            device.send(CONNECT + publish(2, 1));
            awaitHeld(rig, "PUBLISH 1");
            holds.stepExchange(id(rig, 0));
            broker.expect(CONNECT + publish(2, 1));
            device.send(publish(1, 2));
            awaitHeld(rig, "PUBLISH 2");
            holds.releaseAfter(SOON);
            broker.expect(publish(1, 2));
            holds.releaseAfter(NEVER);
            broker.send(pubrec(1));
            device.expect(pubrec(1));
        }
    }

    @Test
    void anAnswerDoesNotFollowBytesThatAreNoMqtt() throws Exception {
        try (Rig rig = armed(PUBREL.then(new Answer(Bytes.ofHex("70020001")))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT);
            broker.expect(CONNECT).send(CONNACK + "30 ff");
            device.expect(CONNACK + "30 ff").send(pubrel(1) + publish(0, 0));
            broker.expect(publish(0, 0)).send("ff ff ff 01");
            device.expect("ff ff ff 01");
            broker.send("02");
            device.expect("02");
        }
    }

    @Test
    void aWindowThatIsNotHeardOfHoldsNothingAnyMore() throws Exception {
        try (Rig rig = armed(PUBLISH); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            HoldControl holds = rig.tap.holds();
            assertTrue(holds.renew());
            device.send(CONNECT);
            broker.expect(CONNECT).send(CONNACK + publish(1, 1));
            awaitHeld(rig, "PUBLISH 1");
            device.expect(CONNACK + publish(1, 1));
            assertEquals(List.of(), holds.breakpoints());
            assertTrue(rig.tap.status().problem().isPresent());
            broker.send(publish(1, 2));
            device.expect(publish(1, 2));
            assertFalse(holds.renew());
            assertTrue(holds.renew());
        }
    }

    private static Rig armed(Breakpoint... breakpoints) throws Exception {
        Rig rig = new Rig();
        rig.tap.holds().breakpoints(List.of(breakpoints));
        return rig;
    }

    private static long id(Rig rig, int index) {
        return rig.tap.holds().held().get(index).holdId();
    }

    /** {@code PASSED CONNECT}, for each frame. */
    private static List<String> frames(Rig rig) {
        return rig.events(Frame.class).stream()
                .filter(frame -> frame.direction() == UP || frame.fate() != Frame.Fate.PASSED)
                .map(frame -> frame.fate() + " " + PacketType.ofFirstByte(frame.raw().at(0))).toList();
    }

    private static void awaitHeld(Rig rig, String... packets) {
        await().untilAsserted(() -> assertEquals(Arrays.asList(packets),
                rig.tap.holds().held().stream().map(held -> held.type() + " " + held.packetId()).toList()));
    }
}
