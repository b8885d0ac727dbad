package dev.fourshake.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each stream is fed whole, byte by byte, and with the next packet's beginning behind it. */
class FramerTest {

    private static final String CONNECT = "10 0D 00 04 4D 51 54 54 04 02 00 3C 00 01 61";

    /** Whole streams: hexadecimal packets, a bar between them. */
    static List<String> streams() {
        return List.of(
                CONNECT + " | 30 04 00 01 61 78 | C0 00 | E0 00",
                // MQTT 3.1, and a second packet with bad flags: it is as long as it says
                "10 0F 00 06 4D 51 49 73 64 70 03 02 00 3C 00 01 61 | 63 02 00 01 | C0 00",
                // types 0 and 15 in a trusted stream
                CONNECT + " | 00 01 FF | F0 00 | FF 02 00 01",
                // CONNECT with a reserved flag, with a wrong name, without anything
                "11 0D 00 04 4D 51 54 54 04 02 00 3C 00 01 61 | C0 00",
                "10 0C 00 03 4D 51 58 04 02 00 3C 00 01 61 | C0 00",
                "10 00 | C0 00",
                // from the broker
                "20 02 00 00 | 90 03 00 01 01 | 34 07 00 01 61 00 07 78 79 | 62 02 00 07 | D0 00",
                "20 03 00 00 00 | 40 03 00 01 10 | 50 04 00 02 80 00",
                // a capture that begins in the middle
                "31 04 00 01 61 78 | C0 00", "3D 05 00 01 61 00 07", "40 02 00 01", "50 02 00 01", "62 02 00 01",
                "70 03 00 01 92", "82 06 00 01 00 01 61 00", "90 03 00 01 80", "A2 05 00 01 00 01 61", "B0 02 00 01",
                "C0 00 | C0 00", "D0 00", "E0 00", "E0 01 04", "F0 02 18 00", "8A 06 00 01 00 01 61 00",
                // Remaining Length in two bytes, and in more bytes than it needs
                "30 80 01 00 01 61" + " 78".repeat(125), "30 84 00 00 01 61 78 | C0 80 80 00");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void cutsTheSamePacketsHoweverTheyAreSplit(String stream) {
        List<String> expected = List.of(stream.replace(" ", "").toLowerCase().split("\\|"));
        Bytes bytes = Bytes.ofHex(stream.replace("|", ""));
        assertEquals(expected, feed(List.of(bytes)).packets, "whole");
        assertEquals(expected, feed(singles(bytes)).packets, "byte by byte");

        Bytes tail = Bytes.ofHex("32 80");
        Told told = feed(List.of(Bytes.ofHex(stream.replace("|", "") + "32 80")));
        assertEquals(expected, told.packets, "with a tail");
        assertEquals(List.of(), told.opaque);
        assertEquals(tail.length(), told.framer.pending());
        told.framer.end(told);
        assertEquals(List.of("3280"), told.opaque);
        assertEquals(0, told.framer.pending());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\n", "POST /x HTTP/1.1\r\n", "PUT /x HTTP/1.1",
            "PATCH / HTTP/1.1", "PRI * HTTP/2.0\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "220 mail ESMTP\r\n", "PING\r\n",
            "*1\r\n$4\r\nPING\r\n", "-ERR unknown\r\n", "@@@@@@", "begin 644 file", "pppppp", "0123456789", "  \r\n  "})
    void textIsOpaqueWithinItsFirstFiveBytes(String text) {
        opaqueWithin(5, Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "16 03 01 02 00 01 00 01 FC 03 03", // TLS ClientHello
            "16 03 03 00 7A 02 00 00 76 03 03", // TLS ServerHello
            "15 03 03 00 02 02 28", // TLS alert
            "17 03 03 00 20 00 00", // TLS application data
            "00 00 00 2A 03 00 00 00", // length-prefixed
            "F1 02 18 00", "21 02 00 00", "C0 01 00", "30 01 00", "40 02 00 00", "30 05 00 09 61 62 63"})
    void whatCannotBeAFirstPacketIsOpaqueWithinItsFirstFiveBytes(String hex) {
        opaqueWithin(5, Bytes.ofHex(hex));
    }

    private static void opaqueWithin(int count, Bytes bytes) {
        Told told = feed(singles(bytes.slice(0, Math.min(count, bytes.length()))));
        assertEquals(0, told.framer.pending());
        assertEquals(List.of(), told.packets);
        Told whole = feed(List.of(bytes, Bytes.of((byte) 0xC0, (byte) 0)));
        assertEquals(List.of(bytes.hex(), "c000"), whole.opaque, "and so is all that follows, chunk by chunk");
    }

    @Test
    void aRemainingLengthOfFiveBytesMakesTheRestOpaque() {
        Told told = feed(singles(Bytes.ofHex(CONNECT + "30 80 80 80 80 01 61 C0 00")));
        assertEquals(1, told.packets.size());
        assertEquals(List.of("3080808080", "01", "61", "c0", "00"), told.opaque);
        assertEquals(0, told.framer.pending());
    }

    @Test
    void aPacketInOneChunkIsASliceOfIt() {
        byte[] array = new byte[4 + 100_000];
        array[0] = 0x30;
        array[1] = (byte) 0xA0;
        array[2] = (byte) 0x8D;
        array[3] = 0x06;
        List<Bytes> packets = new ArrayList<>();
        new Framer().feed(Bytes.of(array), sink(packets));
        array[99] = 7; // seen through the slice: nothing was copied
        assertEquals(7, packets.getFirst().at(99));
    }

    @Test
    void aTrustedDirectionTellsABrokenFirstPacketAsAPacket() {
        Framer framer = new Framer();
        framer.trust();
        Told told = new Told(framer);
        framer.feed(Bytes.ofHex("21 02 00 00 00 00"), told);
        assertEquals(List.of("21020000", "0000"), told.packets);
    }

    @Test
    void trustComesWithTheEndOfTheFirstPacket() {
        Framer framer = new Framer();
        Told told = new Told(framer);
        framer.feed(Bytes.ofHex("C0"), told);
        assertFalse(framer.isTrusted());
        framer.feed(Bytes.ofHex("00"), told);
        assertTrue(framer.isTrusted());
    }

    @Test
    void aHundredMebibytesInSmallChunksComeOutWhole() {
        int payload = 100 << 20;
        byte[] array = new byte[5 + 2 + payload];
        Bytes header = Bytes.ofHex("30 82 80 80 32");
        header.copyTo(0, array, 0, header.length());
        array[array.length - 1] = 42;
        Bytes stream = Bytes.of(array);
        List<Bytes> packets = new ArrayList<>();
        Framer framer = new Framer();
        for (int at = 0; at < stream.length(); at += 65_536) {
            framer.feed(stream.slice(at, Math.min(65_536, stream.length() - at)), sink(packets));
        }
        assertEquals(stream, packets.getFirst());
        assertEquals(0, framer.pending());
    }

    private static Framer.Sink sink(List<Bytes> packets) {
        return new Framer.Sink() {
            @Override
            public void packet(Bytes raw) {
                packets.add(raw);
            }

            @Override
            public void opaque(Bytes raw) {
                throw new AssertionError("opaque: " + raw);
            }
        };
    }

    static List<Bytes> singles(Bytes bytes) {
        List<Bytes> singles = new ArrayList<>();
        for (int i = 0; i < bytes.length(); i++) {
            singles.add(bytes.slice(i, 1));
        }
        return singles;
    }

    static Told feed(List<Bytes> chunks) {
        Told told = new Told(new Framer());
        chunks.forEach(chunk -> told.framer.feed(chunk, told));
        return told;
    }

    /** What a framer told, in hexadecimal. */
    static final class Told implements Framer.Sink {

        final Framer framer;
        final List<String> packets = new ArrayList<>();
        final List<String> opaque = new ArrayList<>();
        final StringBuilder all = new StringBuilder();

        Told(Framer framer) {
            this.framer = framer;
        }

        @Override
        public void packet(Bytes raw) {
            packets.add(raw.hex());
            all.append(raw.hex());
        }

        @Override
        public void opaque(Bytes raw) {
            opaque.add(raw.hex());
            all.append(raw.hex());
        }
    }
}
