package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.tcp.TcpScript;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.testing.Programs;
import dev.fourshake.testing.RequiresTshark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packet captures on the command line: {@code inspect}, {@code import}, {@code replay}, and files that are bad. */
class PacketCaptureCommandsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONNECT = "100d00044d5154540402003c000161";

    @TempDir
    private Path directory;

    @BeforeEach
    void ownData() {
        System.setProperty(UserData.PROPERTY, directory.resolve("data").toString());
    }

    @AfterEach
    void usualData() {
        System.clearProperty(UserData.PROPERTY);
    }

    /** A QoS 2 message, TCP at its worst, and a hole in another message. */
    private static TcpScript traffic() {
        return new TcpScript().handshake().client(0, CONNECT).broker(0, "20020000")
                .client(24, "61786262").client(15, "340b00016100").client(15, "340b00016100").client(20, "0009617861")
                .broker(4, "50020009").client(28, "62020009").broker(8, "70020009").client(28, "62020009c000")
                .brokerAcknowledges(34).client(40, "6161").brokerAcknowledges(42);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    @Test
    void inspectJudgesAPacketCaptureAsACapture() throws IOException {
        Path file = file("x.pcap", traffic().pcap());
        CommandLineRun run = CommandLineRun.of("inspect", "--json", file.toString());
        JsonNode summary = JSON.readTree(run.out());
        assertEquals(1, summary.get("links").asInt(), run.err());
        assertEquals(1, summary.get("packets").get("PUBLISH").asInt(), run.out());
        assertEquals(1, summary.get("exchanges").get("qos2").get("complete").asInt());
        assertEquals(6, summary.get("missingBytes").asInt());
        assertEquals(2, summary.get("opaqueBytes").asInt());
        CommandLineRun text = CommandLineRun.of("inspect", "--diagram", "text", file.toString());
        assertTrue(text.out().contains("PUBCOMP"), text.out());
    }

    @Test
    void theSummaryCountsInTheSingularAndInThePlural() throws IOException {
        byte[] pcap = new TcpScript().handshake().client(0, CONNECT + "c00100").client(18, "00").pcap();
        CommandLineRun run = CommandLineRun.of("inspect", file("x.pcap", pcap).toString());
        assertTrue(run.out().contains("1 malformed packet, 1 byte that is not MQTT, 0 bytes that were not seen"),
                run.out());
    }

    @Test
    void importMakesACaptureThatShowsTheSame() throws IOException {
        Path file = file("line 3.pcapng.gz", gzip(traffic().pcap()));
        CommandLineRun run = CommandLineRun.of("import", "--json", file.toString());
        assertEquals(0, run.exitStatus(), run.err());
        JsonNode imported = JSON.readTree(run.out());
        assertEquals("line 3", imported.get("name").asText());
        assertEquals(1, imported.get("links").asInt());
        String fromPackets = CommandLineRun.of("inspect", "--json", file.toString()).out();
        String fromCapture = CommandLineRun.of("inspect", "--json", "line 3").out();
        assertEquals(fromPackets.replace(file.toString(), "line 3"), fromCapture);
        CommandLineRun named = CommandLineRun.of("import", file.toString(),
                directory.resolve("a.fourshake").toString());
        assertEquals(0, named.exitStatus(), named.err());
        assertTrue(Files.exists(directory.resolve("a.fourshake")));
        CommandLineRun again = CommandLineRun.of("import", file.toString(),
                directory.resolve("a.fourshake").toString());
        assertEquals(2, again.exitStatus(), "what is there is not overwritten");
    }

    @Test
    void aPacketCaptureIsReplayed() throws IOException {
        Path file = file("x.pcap", traffic().pcap());
        CommandLineRun run = CommandLineRun.of("replay", "--speed", "max", file.toString());
        assertEquals(0, run.exitStatus(), run.err());
        assertEquals(CommandLineRun.of("inspect", "--diagram", "text", file.toString()).out(), run.out());
    }

    @Test
    void whatWasReadBeforeAFaultIsJudgedAndTheFaultIsSaid() throws IOException {
        byte[] whole = traffic().pcap();
        Path file = file("x.pcap", Arrays.copyOf(whole, whole.length - 10));
        CommandLineRun run = CommandLineRun.of("inspect", "--json", file.toString());
        assertEquals(1, JSON.readTree(run.out()).get("packets").get("PUBLISH").asInt());
        assertTrue(run.err().contains("it ends in the middle of packet"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aFileThatBreaksOffIsNoHealthyOneAndWhatIsNotShownOfAWholeOneIsNoDamage() throws IOException {
        byte[] whole = new TcpScript().handshake().client(0, CONNECT).broker(0, "20020000").client(15, "e000").pcap();
        byte[] arp = Arrays.copyOf(whole, whole.length + 20);
        arp[whole.length + 8] = 4;
        arp[whole.length + 12] = 4;
        assertEquals(0, CommandLineRun.of("inspect", file("whole.pcap", whole).toString()).exitStatus());
        CommandLineRun noted = CommandLineRun.of("inspect", file("noted.pcap", arp).toString());
        assertEquals(0, noted.exitStatus(), noted.err());
        assertEquals(1, noted.err().lines().count(), noted.err());
        Path cut = file("cut.pcap", Arrays.copyOf(whole, whole.length - 1));
        assertEquals(2, CommandLineRun.of("inspect", cut.toString()).exitStatus());
        assertEquals(2, CommandLineRun.of("inspect", "--diagram", "text", cut.toString()).exitStatus());
    }

    @Test
    void aPacketThatNeverEndsKeepsWhatCameBefore() throws IOException {
        TcpScript tcp = new TcpScript().handshake().client(0, CONNECT).client(15, "30ffffff7f000161");
        for (int i = 0; i < 500; i++) {
            tcp.client(23 + 1000L * i, new byte[1000]);
        }
        CommandLineRun run = CommandLineRun.of("inspect", "--json", file("x.pcap", tcp.pcap()).toString());
        JsonNode summary = JSON.readTree(run.out());
        assertEquals(1, summary.get("packets").get("CONNECT").asInt());
        assertEquals(500_008, summary.get("opaqueBytes").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "import", "replay --text"})
    void badFilesAreRefusedInOneSentence(String command) throws IOException {
        refused(command, directory);
        refused(command, directory.resolve("missing.pcap"));
        refused(command, file("empty.pcap", new byte[0]));
        refused(command, file("text.pcap", "time,topic,value\n".getBytes(StandardCharsets.UTF_8)));
        refused(command, file("short.pcap", Arrays.copyOf(traffic().pcap(), 23)));
        refused(command, file("first.pcap", Arrays.copyOf(traffic().pcap(), 50)));
        refused(command, file("gzip.pcap", Arrays.copyOf(gzip(traffic().pcap()), 15)));
    }

    private static void refused(String command, Path file) {
        String[] words = (command + " ").concat("FILE").split(" ");
        words[words.length - 1] = file.toString();
        CommandLineRun run = CommandLineRun.of(words);
        assertEquals(2, run.exitStatus(), file + ": " + run.out());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("fourshake: " + file) || run.err().contains(file.toString()), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    @RequiresTshark
    void countsWhatTsharkCounts() throws IOException, InterruptedException {
        TcpScript tcp = new TcpScript();
        for (int i = 1; i <= 20; i++) {
            tcp.beside(50_000 + i, 1883).handshake().client(0, CONNECT).client(17, "300400016178").client(15, "c000")
                    .client(15, "c000").broker(0, "20020000d0").broker(5, "00").client(23, "e000");
        }
        Path file = file("x.pcap", tcp.pcap());
        Process tshark = new ProcessBuilder(Programs.get("tshark").toString(), "-o",
                "tcp.reassemble_out_of_order:TRUE", "-r", file.toString(), "-Y", "mqtt", "-T", "fields", "-e",
                "mqtt.msgtype").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Map<String, Long> counted = new TreeMap<>();
        for (String type : new String(tshark.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .split("[\\s,]+")) {
            counted.merge(PacketType.values()[Integer.parseInt(type)].name(), 1L, Long::sum);
        }
        assertEquals(0, tshark.waitFor());
        Map<String, Long> ours = new TreeMap<>();
        JSON.readTree(CommandLineRun.of("inspect", "--json", file.toString()).out()).get("packets").properties()
                .forEach(type -> ours.put(type.getKey(), type.getValue().asLong()));
        assertEquals(counted, ours);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(plain);
        }
        return out.toByteArray();
    }
}
