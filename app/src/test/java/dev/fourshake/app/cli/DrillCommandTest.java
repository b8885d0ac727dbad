package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** {@code fourshake drill}: what it says, writes and ends with. */
@ExtendWith(SharedBroker.class)
class DrillCommandTest {

    @Test
    void writesTheReportInEachForm(EmbeddedBroker broker, @TempDir Path folder) throws Exception {
        Path json = folder.resolve("drill.json");
        Path junit = folder.resolve("drill.xml");
        CommandLineRun run = CommandLineRun.of("drill", "--to", address(broker), "--protocol", "3.1.1", "--qos", "1",
                "--direction", "out", "--faults", "delayed,duplicated", "--delay", "100ms", "--json", json.toString(),
                "--junit", junit.toString());
        assertEquals(0, run.exitStatus(), run.err());
        assertEquals(4, run.out().lines().filter(line -> line.startsWith("3.1.1  1    out")).count(), run.out());
        assertTrue(run.err().contains("[4/4] MQTT 3.1.1, QoS 1, the device publishes, PUBACK: duplicated"), run.err());

        JsonNode report = JsonMapper.builder().build().readTree(json.toFile());
        assertTrue(report.get("good").asBoolean());
        assertEquals(4, report.get("cases").size());
        JsonNode first = report.get("cases").get(0);
        assertEquals("mqtt3.1.1-qos1-out-publish-delayed", first.get("point").asText());
        assertEquals("exactly-once", first.get("result").asText());
        assertEquals(1, first.get("deliveries").get("application").asInt());
        assertTrue(first.get("recoveryMs").asDouble() >= 100, first::toString);

        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile())
                .getDocumentElement();
        assertEquals("4", suite.getAttribute("tests"));
        assertEquals("0", suite.getAttribute("failures"));
        assertEquals(4, suite.getElementsByTagName("testcase").getLength());
    }

    @Test
    void standardOutputCanHaveTheJsonAlone(EmbeddedBroker broker) throws Exception {
        CommandLineRun run = CommandLineRun.of("drill", "--to", address(broker), "--protocol", "5", "--qos", "1",
                "--direction", "out", "--faults", "duplicated", "--json", "-");
        assertEquals(0, run.exitStatus(), run.err());
        assertEquals(2, JsonMapper.builder().build().readTree(run.out()).get("cases").size());
    }

    @Test
    void jsonWithoutAFileIsOneDocumentOnStandardOutput(EmbeddedBroker broker) throws Exception {
        CommandLineRun run = CommandLineRun.of("drill", "--json", "--to", address(broker), "--protocol", "5",
                "--qos", "1", "--direction", "out", "--faults", "duplicated");
        assertEquals(0, run.exitStatus(), run.err());
        assertEquals(2, JsonMapper.builder().build().readTree(run.out()).get("cases").size());
    }

    /** A drill may have taken an hour: what can still be told of it is. */
    @Test
    void aFileThatCannotBeWrittenTakesNothingElseWithIt(EmbeddedBroker broker, @TempDir Path folder) throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "no device here that is full");
        Path json = folder.resolve("drill.json");
        CommandLineRun run = CommandLineRun.of("drill", "--to", address(broker), "--protocol", "5", "--qos", "1",
                "--direction", "out", "--faults", "duplicated", "--pdf", full.toString(), "--junit", full.toString(),
                "--json", json.toString());
        assertEquals(2, run.exitStatus(), run.err());
        assertEquals(2, run.err().lines().filter(line -> line.startsWith("fourshake: /dev/full could not be written"))
                .count(), run.err());
        assertTrue(run.out().contains("Nobody broke a promise"), run.out());
        assertEquals(2, JsonMapper.builder().build().readTree(json.toFile()).get("cases").size());
    }

    /** As where the disk is full: what cannot be written beside the earlier report does not take its place. */
    @Test
    void anEarlierReportStaysWhereANewOneCannotBeWrittenWhole(EmbeddedBroker broker, @TempDir Path folder)
            throws Exception {
        Path json = Files.writeString(folder.resolve("drill.json"), "of yesterday");
        Files.createDirectory(folder.resolve("drill.json.part"));
        CommandLineRun run = CommandLineRun.of("drill", "--to", address(broker), "--protocol", "5", "--qos", "1",
                "--direction", "out", "--faults", "duplicated", "--json", json.toString());
        assertEquals(2, run.exitStatus(), run.err());
        assertTrue(run.err().contains("fourshake: " + json + " could not be written"), run.err());
        assertEquals("of yesterday", Files.readString(json));
        assertTrue(run.out().contains("Nobody broke a promise"), run.out());
    }

    /** Paho's client for MQTT 5 hands a message over twice when its PUBREC is lost. */
    @Test
    void endsWith1WhereAPromiseIsBroken(EmbeddedBroker broker) {
        CommandLineRun run = CommandLineRun.of("drill", "--to", address(broker), "--protocol", "5", "--qos", "2",
                "--direction", "in", "--faults", "lost");
        assertEquals(1, run.exitStatus(), run.out());
        assertTrue(run.out().contains("The client library: The application got the message 2 times; on the wire it "
                + "came once."), run.out());
    }

    @Test
    void endsWith4WhereNothingIsProved(EmbeddedBroker broker) {
        CommandLineRun run = CommandLineRun.of("drill", "--to", address(broker), "--protocol", "3.1.1", "--qos", "1",
                "--direction", "out", "--faults", "device-reset");
        assertEquals(4, run.exitStatus(), run.out());
        assertTrue(run.out().lines().toList().getLast().startsWith("Nothing was proved ("), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--qos 0                              | --qos cannot be 0: it is one or more of 1, 2",
            "--protocol 3.1                       | --protocol cannot be 3.1",
            "--direction up                       | --direction cannot be up",
            "--faults earthquake                  | --faults cannot be earthquake: it is one or more of lost, cut-before",
            "--patience soon                      | soon is no time",
            "--json /no/such/drill.json           | There is no folder /no/such to write /no/such/drill.json in.",
            "--html /                             | / is a folder",
            "--pdf -                              | A PDF is nothing for standard output",
            "--json --junit -                     | Standard output takes one report",
            "--trigger a=b                        | name with --device where it connects",
            "--device 0 --protocol 5 --topics a --send b/#=1 | b/#=1 is no message: write TOPIC=PAYLOAD, without wildcards",
            "--device 0                           | A device speaks one version",
            "--device 0 --protocol 5              | Name what the device publishes with --topics",
            "--device 0 --protocol 5 --topics a   | Name the message for the device with --send"})
    void aWrongCallIsToldBeforeAnythingIsDone(String arguments, String sentence) {
        CommandLineRun run = CommandLineRun.of(("drill --to 127.0.0.1:1 " + arguments).split(" "));
        assertEquals(2, run.exitStatus(), run.err());
        assertTrue(run.err().contains(sentence), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aBrokerThatIsNotThereCannotBeReached() {
        CommandLineRun run = CommandLineRun.of("drill", "--to", "127.0.0.1:1", "--patience", "1s");
        assertEquals(3, run.exitStatus(), run.err());
        assertTrue(run.err().contains("\nfourshake: No broker listens at 127.0.0.1:1"), run.err());
        assertFalse(run.err().contains("TLS"), run.err());
    }

    /** As a broker that hangs: the system takes connections for it. */
    @Test
    void aBrokerThatIsThereAndAnswersNothingCannotBeReached() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();
            CommandLineRun run = CommandLineRun.of("drill", "--to", address, "--patience", "500ms");
            assertEquals(3, run.exitStatus(), run.err());
            assertTrue(run.err().lines().toList().getLast().startsWith("fourshake: The broker at " + address
                    + " has not answered the drill's own client for 0.5 s"), run.err());
            assertEquals("", run.out());
        }
    }

    /** Not what the own client has seen of the drill's tap, but what the tap has seen of the broker. */
    @Test
    void aBrokerThatSpeaksNoTlsIsNamed(EmbeddedBroker broker) {
        CommandLineRun run = CommandLineRun.of("drill", "--to", address(broker), "--insecure", "--patience", "5s",
                "--qos", "1", "--faults", "delayed");
        assertEquals(3, run.exitStatus(), run.err());
        assertTrue(run.err().lines().toList().getLast().contains("the broker at " + address(broker))
                || run.err().lines().toList().getLast().contains("The broker at " + address(broker)), run.err());
        assertTrue(run.err().lines().toList().getLast().contains("TLS"), run.err());
    }

    @Test
    void aRealDeviceIsLeftAloneUntilSomebodyConfirms(@TempDir Path folder) {
        Path json = folder.resolve("never.json");
        CommandLineRun run = CommandLineRun.of("drill", "--to", "127.0.0.1:1", "--device", "0", "--protocol", "5",
                "--topics", "press/#", "--send", "press/set=1", "--json", json.toString());
        assertEquals(2, run.exitStatus(), run.err());
        assertTrue(run.err().contains("cases the device loses its connection in the middle of a message."), run.err());
        assertTrue(run.err().contains("Nothing was done."), run.err());
        assertTrue(run.err().startsWith("The device that connects to 127.0.0.1:")
                && !run.err().contains("127.0.0.1:0"), run.err());
        assertFalse(Files.exists(json));
    }

    private static String address(EmbeddedBroker broker) {
        return "127.0.0.1:" + SharedBroker.addressOf(broker).getPort();
    }
}
