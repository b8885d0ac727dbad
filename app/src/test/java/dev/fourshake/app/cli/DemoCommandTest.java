package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureReader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fourshake demo}: a real broker, a real tap, real bytes. */
class DemoCommandTest {

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 3.1.1", "2, 5"})
    void drawsAllPacketsOfBothHalvesOfTheWay(int qos, String protocol) {
        CommandLineRun run = CommandLineRun.of("demo", "--text", "--qos", Integer.toString(qos), "--protocol",
                protocol);
        assertEquals(0, run.exitStatus(), run.err());
        assertEquals(2, count(run, "PUBLISH"), run.out());
        assertEquals(qos == 1 ? 2 : 0, count(run, "PUBACK"), run.out());
        for (String packet : new String[] {"PUBREC", "PUBREL", "PUBCOMP"}) {
            assertEquals(qos == 2 ? 2 : 0, count(run, packet), run.out());
        }
        assertTrue(run.out().contains("press-4") && run.out().contains("line-monitor"), run.out());
    }

    @Test
    void whereThereIsNoDisplayTheDesktopBecomesText() {
        CommandLineRun run = CommandLineRun.of();
        assertEquals(0, run.exitStatus(), run.err());
        assertTrue(run.err().lines().findFirst().orElse("").startsWith("fourshake: "), run.err());
        assertEquals(2, count(run, "PUBCOMP"), run.out());
    }

    @Test
    void savesTheExchangeAsACapture(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("one.fourshake");
        assertEquals(0, CommandLineRun.of("demo", "--text", "--save", file.toString()).exitStatus());
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertEquals(2, reader.summary().links());
            assertTrue(reader.count() >= 20, "CONNECT to DISCONNECT on two links: " + reader.count());
            assertTrue(reader.summary().ended().isPresent());
        }
    }

    @Test
    void saysWhatQosAndProtocolsThereAre() {
        CommandLineRun qos = CommandLineRun.of("demo", "--qos", "3");
        assertEquals(2, qos.exitStatus());
        assertTrue(qos.err().contains("0, 1 or 2"), qos.err());
        CommandLineRun protocol = CommandLineRun.of("demo", "--protocol", "4");
        assertEquals(2, protocol.exitStatus());
        assertTrue(protocol.err().contains("3.1.1 or 5"), protocol.err());
    }

    private static long count(CommandLineRun run, String packet) {
        return run.out().lines().filter(line -> Stream.of(line.split("\\W+")).anyMatch(packet::equals)).count();
    }
}
