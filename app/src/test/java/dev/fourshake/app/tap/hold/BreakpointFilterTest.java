package dev.fourshake.app.tap.hold;

import static dev.fourshake.app.tap.Packets.CONNACK;
import static dev.fourshake.app.tap.Packets.CONNECT;
import static dev.fourshake.app.tap.Packets.CONNECT_5;
import static dev.fourshake.app.tap.Packets.PINGREQ;
import static dev.fourshake.app.tap.Packets.publish;
import static dev.fourshake.app.tap.Packets.pubrel;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.tap.LeakWatch;
import dev.fourshake.app.tap.Peer;
import dev.fourshake.app.tap.Rig;
import dev.fourshake.app.tap.hold.Reaction.Drop;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketType;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which packets a breakpoint means: by what is known of a packet that is not in the trace yet, and by their number. */
@ExtendWith(LeakWatch.class)
class BreakpointFilterTest {

    private static final Breakpoint PUBLISH = Breakpoint.on(PacketType.PUBLISH);
    /** Topic "t", Topic Alias 5. */
    private static final String SETS_ALIAS = "30 08 00 01 74 03 23 00 05 2a";
    /** No topic, Topic Alias 5. */
    private static final String BY_ALIAS = "30 07 00 00 03 23 00 05 2b";
    private static final String OTHER_ALIAS = "30 07 00 00 03 23 00 06 2b";

    @ParameterizedTest
    @ValueSource(strings = {"topic = t", "topic ~ +", "client = a", "qos = 1 and not dup", "id = 7", "payload = \"*\"",
            "size = 8", "direction = c2s", "link = 1", "time >= 0", "type = PUBLISH", "t"})
    void whatIsKnownOfAPacketThatHasJustComeIsAsked(String filter) throws Exception {
        try (Rig rig = armed(PUBLISH.where(filter(filter))); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(1, 7));
            broker.expect(CONNECT);
            awaitHeld(rig, "PUBLISH 7");
        }
        try (Rig rig = armed(PUBLISH.where(filter("not (" + filter + ")"))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT + publish(1, 7));
            broker.expect(CONNECT + publish(1, 7));
        }
    }

    /** Its first packet on a new link is met as well; the old link may still be there. */
    @Test
    void aClientIsMetByWhateverLinkItComes() throws Exception {
        try (Rig rig = armed(Breakpoint.on(PacketType.CONNECT, PacketType.PUBLISH).of("a")); Peer first = rig.device();
             Peer broker = rig.atBroker(); Peer second = rig.device(); Peer brokerAgain = rig.atBroker()) {
            first.send(CONNECT);
            awaitHeld(rig, "CONNECT 0");
            second.send(CONNECT);
            awaitHeld(rig, "CONNECT 0", "CONNECT 0");
            rig.tap.holds().resume();
            broker.expect(CONNECT);
            brokerAgain.expect(CONNECT);
            second.send(publish(1, 7));
            awaitHeld(rig, "PUBLISH 7");
        }
    }

    /** What is set for one client keeps no packet of the others until it is whole. */
    @Test
    void whatIsSetForOneClientIsNothingToTheOthers() throws Exception {
        String other = CONNECT.strip().replaceAll("61$", "62");
        String message = publish(1, 7).strip();
        String half = message.substring(0, 8);
        try (Rig rig = armed(Breakpoint.on(PacketType.CONNECT, PacketType.PUBLISH).of("a")); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(other);
            broker.expect(other);
            device.send(half);
            broker.expect(half);
            device.send(message.substring(8));
            broker.expect(message.substring(8));
            assertEquals(List.of(), rig.tap.holds().held());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"finding", "state = COMPLETE", "severity >= WARNING", "judgement = LOST", "no > 7",
            "topic = t and not (sender = AWAIT_PUBREC or receiver = IDLE)", "exchange(type = PUBREC)"})
    void whatOnlyTheTraceCanKnowIsRefusedWithASentence(String text) {
        Filter<Subject> filter = filter(text);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> PUBLISH.where(filter));
        assertTrue(refused.getMessage().startsWith("A breakpoint cannot ask for "), refused::getMessage);
        assertEquals(refused.getMessage(), Breakpoint.problem(filter).orElseThrow().text());
    }

    @Test
    void aTopicAliasIsResolvedThatWasSetSinceTheBreakpoint() throws Exception {
        try (Rig rig = armed(PUBLISH.where(filter("topic = t and payload = \"+\""))); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(CONNECT_5 + SETS_ALIAS + OTHER_ALIAS + BY_ALIAS);
            broker.expect(CONNECT_5 + SETS_ALIAS + OTHER_ALIAS);
            awaitHeld(rig, "PUBLISH 0");
        }
    }

    @Test
    void aTopicAliasIsResolvedThatWasSetBefore() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(CONNECT_5 + SETS_ALIAS);
            broker.expect(CONNECT_5 + SETS_ALIAS);
            await().until(() -> rig.feed.trace().snapshot().rowCount() == 3);
            rig.tap.holds().breakpoints(List.of(PUBLISH.where(filter("client = a and topic = t")))).join();
            device.send(OTHER_ALIAS + BY_ALIAS);
            broker.expect(OTHER_ALIAS);
            awaitHeld(rig, "PUBLISH 0");
        }
    }

    /** Set right before the breakpoint, and not read by the trace when the first packet asked for it. */
    @Test
    void aTopicAliasIsResolvedAsSoonAsTheTraceKnowsIt() throws Exception {
        String anew = SETS_ALIAS.replace("74", "75");
        for (String set : List.of(SETS_ALIAS, anew + SETS_ALIAS)) {
            Semaphore reading = new Semaphore(0);
            try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
                device.send(CONNECT_5 + set.replace(SETS_ALIAS, ""));
                broker.expect(CONNECT_5 + set.replace(SETS_ALIAS, ""));
                int before = set.equals(SETS_ALIAS) ? 2 : 3;
                await().until(() -> rig.feed.trace().snapshot().rowCount() == before);
                rig.feed.addSink(_ -> reading.acquire());
                device.send(PINGREQ);
                broker.expect(PINGREQ);
                await().until(reading::hasQueuedThreads);
                device.send(SETS_ALIAS);
                broker.expect(SETS_ALIAS);
                rig.tap.holds().breakpoints(List.of(PUBLISH.where(filter("topic = t")))).join();
                device.send(BY_ALIAS);
                broker.expect(BY_ALIAS);
                reading.release(1_000_000);
                await().until(() -> rig.feed.trace().snapshot().rowCount() == before + 3);
                device.send(BY_ALIAS);
                awaitHeld(rig, "PUBLISH 0");
            }
        }
    }

    @Test
    void aTopicAliasIsForgottenWhilePublishIsNotLookedAt() throws Exception {
        Breakpoint onTopic = PUBLISH.where(filter("topic = t and payload = \"+\""));
        String anew = SETS_ALIAS.replace("74", "75");
        for (List<Breakpoint> meanwhile : List.of(List.of(Breakpoint.on(PacketType.PUBREL)), List.<Breakpoint>of())) {
            try (Rig rig = armed(onTopic); Peer device = rig.device(); Peer broker = rig.atBroker()) {
                device.send(CONNECT_5 + SETS_ALIAS);
                broker.expect(CONNECT_5 + SETS_ALIAS);
                rig.tap.holds().breakpoints(meanwhile).join();
                device.send(anew);
                broker.expect(anew);
                await().until(() -> rig.feed.trace().snapshot().rowCount() == 4);
                rig.tap.holds().breakpoints(List.of(onTopic)).join();
                device.send(BY_ALIAS);
                broker.expect(BY_ALIAS);
            }
        }
    }

    @Test
    void anUnknownTopicAliasIsLookedForInTheTraceOnce() {
        AtomicInteger looks = new AtomicInteger();
        Trace trace = new Trace();
        // The trace has read all that came before anybody asked.
        trace.append(new LinkOpened(1, WireClock.now() + 60_000_000_000L, "a:1", "b:1", false, false));
        TraceSnapshot caughtUp = trace.publish();
        LinkFacts facts = new LinkFacts(() -> {
            looks.incrementAndGet();
            return caughtUp;
        }, 1);
        facts.read(Direction.CLIENT_TO_SERVER, Bytes.ofHex(CONNECT_5.replace(" ", "")));
        Publish publish = (Publish) facts.read(Direction.CLIENT_TO_SERVER, Bytes.ofHex(BY_ALIAS.replace(" ", "")))
                .packet().orElseThrow();
        looks.set(0);
        assertEquals("", facts.topic(Direction.CLIENT_TO_SERVER, publish));
        assertEquals(1, looks.get());
        assertEquals("", facts.topic(Direction.CLIENT_TO_SERVER, publish));
        assertEquals(1, looks.get());
    }

    @Test
    void theNthPacketIsMeantWhateverLinkItComesBy() throws Exception {
        Breakpoint third = PUBLISH.where(filter("id != 9")).atHit(3).then(new Drop());
        try (Rig rig = armed(third); Peer first = rig.device(); Peer firstAtBroker = rig.atBroker();
             Peer second = rig.device(); Peer secondAtBroker = rig.atBroker()) {
            first.send(publish(1, 9) + publish(1, 1));
            firstAtBroker.expect(publish(1, 9) + publish(1, 1));
            second.send(publish(1, 9) + publish(1, 2) + publish(1, 3) + publish(1, 4));
            secondAtBroker.expect(publish(1, 9) + publish(1, 2) + publish(1, 4));
            first.send(publish(1, 5));
            firstAtBroker.expect(publish(1, 5));
            assertEquals(3, rig.tap.holds().hits(third));
            // The same object stays set and goes on counting; an equal one begins.
            rig.tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBREL), third)).join();
            first.send(publish(1, 6));
            firstAtBroker.expect(publish(1, 6));
            rig.tap.holds().breakpoints(List.of(PUBLISH.where(third.filter()).atHit(1).then(new Drop()))).join();
            first.send(publish(1, 7) + publish(1, 8));
            firstAtBroker.expect(publish(1, 8));
        }
    }

    @Test
    void eachBreakpointCountsAndTheFirstDecides() throws Exception {
        Breakpoint second = PUBLISH.atHit(2);
        try (Rig rig = armed(PUBLISH.where(filter("id = 1")).then(new Drop()), second); Peer device = rig.device();
             Peer broker = rig.atBroker()) {
            device.send(publish(1, 1) + publish(1, 2) + pubrel(2));
            awaitHeld(rig, "PUBLISH 2", "PUBREL 2");
            assertEquals(2, rig.tap.holds().hits(second));
            rig.tap.holds().resume();
            broker.expect(publish(1, 2) + pubrel(2)).send(CONNACK);
            device.expect(CONNACK);
        }
    }

    @Test
    void equalFiltersMakeEqualBreakpoints() {
        assertEquals(PUBLISH.where(filter("topic = t")), PUBLISH.where(filter("topic = t")));
        assertFalse(PUBLISH.where(filter("topic = t")).equals(PUBLISH.where(filter("topic = u"))));
    }

    private static Filter<Subject> filter(String text) {
        return ((Filter.Good<Subject>) Filter.parse(text, ZoneOffset.UTC)).filter();
    }

    private static Rig armed(Breakpoint... breakpoints) throws Exception {
        Rig rig = new Rig();
        rig.tap.holds().breakpoints(List.of(breakpoints));
        return rig;
    }

    private static void awaitHeld(Rig rig, String... packets) {
        await().untilAsserted(() -> assertEquals(Arrays.asList(packets),
                rig.tap.holds().held().stream().map(held -> held.type() + " " + held.packetId()).toList()));
    }
}
