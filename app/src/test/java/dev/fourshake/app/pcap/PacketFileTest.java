package dev.fourshake.app.pcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureException.Kind;
import dev.fourshake.model.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats of packet captures, byte by byte, and what is wrong with them. */
@Timeout(20)
class PacketFileTest {

    private static final long TIME = 1_700_000_000_123_456_789L;
    private static final byte[] FRAME = {1, 2, 3, 4, 5};
    private static final byte[] OTHER = {6, 7, 8};

    @TempDir
    private Path directory;

    /** What was read: a line a packet, and the sentence behind it where the file ended too early. */
    private List<String> read(byte[] file) throws IOException {
        Path path = Files.write(directory.resolve("x.pcap"), file);
        List<String> lines = new ArrayList<>();
        try (PacketFile packets = PacketFile.open(path)) {
            while (packets.next()) {
                CapturedPacket packet = packets.packet();
                lines.add(packet.timeNanos() + " " + packet.linkType() + " "
                        + Bytes.of(packet.array(), packet.offset(), packet.length()).hex()
                        + (packet.unseen() > 0 ? " +" + packet.unseen() : ""));
            }
            packets.fault().ifPresent(fault -> lines.add(fault.text().replace(path.toString(), "x")));
        }
        return lines;
    }

    private CaptureException refused(byte[] file) throws IOException {
        Path path = Files.write(directory.resolve("x.pcap"), file);
        return assertThrows(CaptureException.class, () -> PacketFile.open(path).close());
    }

    @ParameterizedTest
    @CsvSource({"LITTLE_ENDIAN,MICROS", "BIG_ENDIAN,MICROS", "LITTLE_ENDIAN,NANOS", "BIG_ENDIAN,NANOS",
        "LITTLE_ENDIAN,MODIFIED", "BIG_ENDIAN,MODIFIED"})
    void pcapOfEitherByteOrderAndResolution(String order, String resolution) throws IOException {
        int magic = switch (resolution) {
            case "NANOS" -> PcapBytes.NANOS;
            case "MODIFIED" -> PcapBytes.MODIFIED;
            default -> PcapBytes.MICROS;
        };
        PcapBytes pcap = new PcapBytes(order.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, magic,
                113).packet(TIME, FRAME).packet(TIME, 9, OTHER);
        long time = magic == PcapBytes.NANOS ? TIME : TIME / 1000 * 1000;
        assertEquals(List.of(time + " 113 0102030405", time + " 113 060708 +6"), read(pcap.array()));
    }

    @Test
    void aLengthOfTheChecksumBehindEachFrameIsNoPartOfTheLinkType() throws IOException {
        byte[] pcap = new PcapBytes(ByteOrder.LITTLE_ENDIAN, PcapBytes.MICROS, 0x2400_0001).packet(0, FRAME).array();
        assertEquals(List.of("0 1 0102030405"), read(pcap));
    }

    @Test
    void gzipIsSeenByItsContent() throws IOException {
        byte[] pcap = PcapBytes.usual().packet(TIME, FRAME).array();
        assertEquals(read(pcap), read(gzip(pcap)));
    }

    @Test
    void pcapngOfSeveralSectionsAndInterfaces() throws IOException {
        PcapngBytes file = new PcapngBytes();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            file.section(order);
            // Nanoseconds; binary fractions; an hour's offset.
            file.link(1).link(276, 0, file.option(9, (byte) 9))
                    .link(101, 0, file.option(9, (byte) 0x8A)
                            .bytes(file.option(14, file.bits().u64(3600).array()).array()))
                    .block(0x0BAD, file.bits().u32(7))
                    .enhanced(0, TIME / 1000, FRAME).enhanced(1, TIME, OTHER).enhanced(2, 5 * 1024 + 512, FRAME)
                    .simple(8, FRAME).obsolete(1, 4, OTHER);
        }
        List<String> section = List.of("1700000000123456000 1 0102030405", TIME + " 276 060708",
                "3605500000000 101 0102030405", "3605500000000 1 0102030405000000", "4 276 060708");
        List<String> twice = new ArrayList<>(section);
        twice.addAll(section);
        assertEquals(twice, read(file.array()));
    }

    @Test
    void theSnapLengthOfAnInterfaceCutsSimplePackets() throws IOException {
        PcapngBytes file = new PcapngBytes().section(ByteOrder.LITTLE_ENDIAN);
        file.link(1, 3, file.bits()).simple(5, OTHER);
        assertEquals(List.of("0 1 060708 +2"), read(file.array()));
    }

    @Test
    void aFileThatEndsWithinAPacketIsReadUpToIt() throws IOException {
        byte[] whole = PcapBytes.usual().packet(0, FRAME).packet(0, OTHER).array();
        for (int missing = 1; missing < 3 + 16; missing++) {
            assertEquals(List.of("0 1 0102030405", "x cannot be read to its end: it ends in the middle of packet 2, "
                    + "which begins at byte 45. The 1 packet before that is shown."),
                    read(Arrays.copyOf(whole, whole.length - missing)));
        }
    }

    @Test
    void aFileThatEndsWithinABlockIsReadUpToIt() throws IOException {
        byte[] whole = new PcapngBytes().section(ByteOrder.BIG_ENDIAN).link(1).enhanced(0, 0, FRAME)
                .enhanced(0, 0, OTHER).array();
        for (int missing = 1; missing < 40; missing++) {
            List<String> lines = read(Arrays.copyOf(whole, whole.length - missing));
            assertEquals(2, lines.size(), () -> lines.toString());
            assertTrue(lines.getLast().contains("in the middle of"), lines.getLast());
        }
    }

    @Test
    void aGzipFileThatIsCutOffIsReadUpToThere() throws IOException {
        PcapBytes pcap = PcapBytes.usual();
        byte[] noise = new byte[2000];
        for (int i = 0; i < 200; i++) {
            new Random(i).nextBytes(noise);
            pcap.packet(0, noise.clone());
        }
        byte[] packed = gzip(pcap.array());
        List<String> lines = read(Arrays.copyOf(packed, packed.length / 2));
        assertTrue(lines.size() > 80 && lines.size() < 110, () -> "" + lines.size());
        assertTrue(lines.getLast().contains("in the middle of packet"), lines.getLast());
    }

    @Test
    void anAbsurdLengthIsSaidAndNotBelieved() throws IOException {
        Bits bits = new Bits(ByteOrder.LITTLE_ENDIAN).bytes(PcapBytes.usual().packet(0, FRAME).array()).u32(0).u32(0)
                .u32(0x7FFF_FFF0).u32(4).bytes(new byte[100]);
        assertEquals(List.of("0 1 0102030405", "x cannot be read to its end: packet 2, at byte 45, claims to have "
                + "2,147,483,632 bytes. The 1 packet before that is shown."), read(bits.array()));
        PcapngBytes file = new PcapngBytes().section(ByteOrder.LITTLE_ENDIAN).link(1);
        byte[] block = new Bits(ByteOrder.LITTLE_ENDIAN).bytes(file.array()).u32(6).u32(0xFFFF_FFF0L).array();
        assertEquals(Kind.BAD_PACKETS, refused(block).kind());
    }

    @Test
    void aBlockThatContradictsItselfIsSaid() throws IOException {
        byte[] file = new PcapngBytes().section(ByteOrder.LITTLE_ENDIAN).link(1).enhanced(0, 0, FRAME)
                .enhanced(7, 0, FRAME).array();
        assertTrue(read(file).getLast().contains("contradicts itself"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Date,Time,Value\n1,2,3\n", "\u001F\u008B", "\u001F\u008B\u0008garbage garbage"})
    void otherFilesAreRefusedInASentence(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        CaptureException refusal = refused(bytes);
        assertTrue(refusal.problem().text().startsWith(directory.toString()), refusal.problem().text());
        assertFalse(PacketFile.isOne(directory.resolve("x.pcap")));
    }

    @Test
    void aHeaderThatIsCutOffIsRefused() throws IOException {
        assertTrue(refused(Arrays.copyOf(PcapBytes.usual().array(), 20)).problem().text().contains("first 24 bytes"));
        assertEquals(Kind.BAD_PACKETS, refused(Arrays.copyOf(PcapBytes.usual().packet(0, FRAME).array(), 42)).kind());
    }

    @Test
    void aDirectoryAndAMissingFileAreNoPacketFiles() {
        assertFalse(PacketFile.isOne(directory));
        assertFalse(PacketFile.isOne(directory.resolve("none")));
        assertEquals(Kind.MISSING, assertThrows(CaptureException.class,
                () -> PacketFile.open(directory.resolve("none")).close()).kind());
    }

    @Test
    void packetsOfAnySizeCrossTheBlocksOfTheReader() throws IOException {
        PcapBytes pcap = PcapBytes.usual();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            byte[] frame = new byte[i * 1000 + i];
            Arrays.fill(frame, (byte) i);
            pcap.packet(0, frame);
            expected.add("0 1 " + Bytes.of(frame).hex());
        }
        assertEquals(expected, read(pcap.array()));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(plain);
        }
        return out.toByteArray();
    }
}
