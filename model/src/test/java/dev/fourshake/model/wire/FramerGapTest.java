package dev.fourshake.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream with holes: {@code P} are packets, {@code O} opaque bytes, in hexadecimal. */
class FramerGapTest {

    private static final String CONNECT = "100d00044d5154540402003c000161";
    private static final String PUBLISH = "300700016168656c6c";
    private static final String PUBACK = "40020007";
    private static final String PING = "c000";

    private final Framer framer = new Framer();
    private final List<String> told = new ArrayList<>();
    private final Framer.Sink sink = new Framer.Sink() {
        @Override
        public void packet(Bytes raw) {
            told.add("P " + raw.hex());
        }

        @Override
        public void opaque(Bytes raw) {
            told.add("O " + raw.hex());
        }
    };

    @Test
    void aHoleWithinAPayloadCostsThatPacketOnly() {
        feed(CONNECT);
        feed("300a0001617061");
        framer.gap(3, sink);
        feed("6f64" + PUBLISH + PING);
        assertTold("P " + CONNECT, "O 300a0001617061", "O 6f64", "P " + PUBLISH, "P " + PING);
    }

    @Test
    void aHoleUpToTheEndOfThePayloadLeavesNothingToSkip() {
        feed(CONNECT + "300a0001617061");
        framer.gap(5, sink);
        feed(PING);
        assertTold("P " + CONNECT, "O 300a0001617061", "P " + PING);
    }

    @Test
    void behindAHoleOfUnknownContentTheNextPacketIsFound() {
        feed(CONNECT);
        framer.gap(100, sink);
        feed("6c6f72656d20697073756d" + PUBLISH + PUBACK);
        assertTold("P " + CONNECT, "O 6c6f72656d20697073756d", "P " + PUBLISH, "P " + PUBACK);
    }

    /** The length of a PUBLISH and its topic, cut off where a packet within would end. */
    @Test
    void aSubscriptionToMoreThanItHoldsIsNoPacket() {
        feed(CONNECT);
        framer.gap(100, sink);
        feed("ff32a206001b73697465");
        framer.end(sink);
        assertEquals(CONNECT + "ff32a206001b73697465", told.stream().map(each -> each.substring(2))
                .collect(Collectors.joining()));
        assertTrue(told.stream().skip(1).allMatch(each -> each.startsWith("O ")), told.toString());
    }

    /** Random bytes of a payload: properties that are longer than it all; no text; an empty one. */
    @ParameterizedTest
    @ValueSource(strings = {"a219e078d4f3aeb8aa6c80893f4dfba1741d4e4efbf95581337b91", "a208000a000461006200",
        "820800c1000000020000"})
    void aSubscriptionToNothingIsNoPacket(String bytes) {
        feed(CONNECT);
        framer.gap(100, sink);
        feed("ff" + bytes);
        framer.end(sink);
        assertTrue(told.stream().skip(1).allMatch(each -> each.startsWith("O ")), told.toString());
    }

    @Test
    void aSubscriptionToSomethingIsAPacket() {
        Framer other = new Framer();
        for (String packet : List.of("a205000a000161", "a206000a00000161", "8206000a00016101", "8207000a0000016101",
                "8208000a000361096200")) {
            other.search(true);
            other.trust();
            other.feed(Bytes.ofHex("ff" + packet), sink);
            other.end(sink);
            assertTrue(told.contains("P " + packet), packet + " in " + told);
        }
    }

    @Test
    void aChunkThatBeginsWithAPacketIsBelievedAtOnce() {
        feed(CONNECT);
        framer.gap(100, sink);
        feed(PUBACK);
        feed(PING);
        assertTold("P " + CONNECT, "P " + PUBACK, "P " + PING);
    }

    @Test
    void whereAPlaceTurnsOutToBeWrongTheSearchBeginsAnew() {
        feed(CONNECT);
        framer.gap(100, sink);
        // A piece of a payload that looks like PINGREQ, and text behind it.
        feed(PING);
        feed("7b2276223a317d");
        feed(PUBLISH + PUBACK);
        assertTold("P " + CONNECT, "P " + PING, "O 7b227622", "O 3a317d", "P " + PUBLISH, "P " + PUBACK);
    }

    /** A part of a CONNECT: the end of its Client Identifier, then its Will. In it stands 32 30 0000 1773 "ite/1…". */
    @Test
    void aPublishWithoutTopicAndAliasIsNoPlaceToBegin() {
        String rest = "6465766963652d3230" + "00" + "0017736974652f312f6465766963652f32302f737461747573"
                + "00076f66666c696e65" + "00096465766963652d3230" + "0006";
        framer.trust();
        framer.gap(15, sink);
        feed(rest);
        framer.gap(6, sink);
        feed("82060001000174" + "01");
        assertEquals(List.of("P 8206000100017401"), told.stream().filter(one -> one.startsWith("P")).toList());
    }

    @Test
    void aPublishWithAnAliasAloneMayBeThePlace() {
        String publish = "320c0000000103230001" + "68616c6c";
        framer.trust();
        framer.gap(15, sink);
        feed(publish + PUBACK + PING);
        assertTold("P " + publish, "P " + PUBACK, "P " + PING);
    }

    @Test
    void whatWasSearchedInWhenTheOtherDirectionWentOnIsNoPacketOfNow() {
        feed(CONNECT);
        framer.gap(100, sink);
        feed("6c6f" + PUBACK.substring(0, 6));
        framer.passOver();
        feed(PUBACK.substring(6) + PUBLISH + PING);
        assertTold("P " + CONNECT, "O 6c6f", "O " + PUBACK, "P " + PUBLISH, "P " + PING);
    }

    @Test
    void textIsNotTakenForPackets() {
        feed(CONNECT);
        framer.gap(10, sink);
        String text = "{\"temperature\": 21.5, \"text\": \"0123456789:;<=>? @ABCpqrbj\"}\r\n\t";
        byte[] bytes = text.repeat(40).getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length; at += 100) {
            framer.feed(Bytes.of(bytes, at, Math.min(100, bytes.length - at)), sink);
        }
        feed(PUBLISH);
        assertEquals("P " + PUBLISH, told.getLast());
        assertEquals(2, told.stream().filter(one -> one.startsWith("P")).count(), told::toString);
        assertEquals(bytes.length, told.stream().filter(one -> one.startsWith("O"))
                .mapToInt(one -> one.length() / 2 - 1)
                .sum());
    }

    @Test
    void onePacketAtTheEndIsBelievedWhenNothingFollows() {
        feed(CONNECT);
        framer.gap(10, sink);
        feed("7878" + PUBACK);
        assertTold("P " + CONNECT, "O 7878");
        framer.end(sink);
        assertTold("P " + CONNECT, "O 7878", "P " + PUBACK);
    }

    @Test
    void aStreamThatBeginsInTheMiddleOfAPacketIsRead() {
        framer.search(true);
        feed("616263" + PUBLISH + PUBACK + PING);
        assertTold("O 616263", "P " + PUBLISH, "P " + PUBACK, "P " + PING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"170303002000", "0500000348000000", "474554202f20485454502f312e310d0a"})
    void whatIsNotMqttIsNotTakenForIt(String hex) {
        framer.search(false);
        feed(hex.repeat(20));
        framer.end(sink);
        assertEquals(List.of(), told.stream().filter(one -> one.startsWith("P")).toList());
    }

    @Test
    void aPacketLongerThanTheSearchKeepsIsFoundWhereAChunkBeginsWithIt() {
        feed(CONNECT);
        framer.gap(10, sink);
        feed("3084a00500016178");
        feed("79".repeat(86_016));
        feed(PING);
        assertEquals("P " + PING, told.getLast());
        assertEquals(3, told.size());
    }

    @Test
    void anUnendingSearchKeepsLittle() {
        framer.search(true);
        for (int i = 0; i < 3000; i++) {
            // Each of them may be the beginning of a long packet.
            feed("32ff7f0003" + "ff".repeat(1000));
        }
        long kept = 3000L * 1005 - told.stream().mapToLong(one -> one.length() / 2 - 1).sum();
        assertEquals(0, told.stream().filter(one -> one.startsWith("P")).count());
        assertEquals(true, kept <= 2 * BoundarySearch.MOST, "kept " + kept);
    }

    private void feed(String hex) {
        framer.feed(Bytes.ofHex(hex), sink);
    }

    private void assertTold(String... expected) {
        assertEquals(List.of(expected), told);
    }
}
