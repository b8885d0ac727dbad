package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fourshake.model.text.Message;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, ended by SIGTERM, which does as Ctrl-C does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "A process is not asked to end there: it is ended.")
class InterruptionTest {

    @TempDir
    private Path folder;

    @Test
    void aTapThatIsEndedHasEndedWell() throws Exception {
        File out = folder.resolve("out").toFile();
        Ended tap = endTap(out);
        assertEquals(0, tap.status(), tap.err());
        assertTrue(Files.readString(out.toPath()).contains("127.0.0.1:9"), tap.err());
    }

    @Test
    void aSummaryThatIsLostIsNoGoodEnd() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.canWrite(), "no device here that is full");
        Ended tap = endTap(full);
        assertEquals(2, tap.status(), tap.err());
        assertTrue(tap.err().startsWith("fourshake: What was to be printed could not be written to its end"), tap.err());
    }

    private record Ended(int status, String err) {
    }

    /** @param out its standard output */
    private Ended endTap(File out) throws IOException, InterruptedException {
        ProcessBuilder call = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Program.class.getName(), "tap",
                "--listen", "0", "--to", "127.0.0.1:9").redirectOutput(out);
        call.environment().put("FOURSHAKE_DATA", folder.resolve("data").toString());
        Process tap = call.start();
        try (BufferedReader err = tap.errorReader(StandardCharsets.UTF_8)) {
            String line;
            do {
                line = err.readLine();
            } while (line != null && !line.startsWith("listening"));
            // Not by the process itself, which would close what it has to say.
            tap.toHandle().destroy();
            String rest = err.lines().collect(Collectors.joining("\n"));
            return new Ended(tap.waitFor(), rest);
        } finally {
            tap.destroyForcibly();
        }
    }

    /** As the program starts, without a window. */
    static final class Program {

        private Program() {
        }

        public static void main(String[] arguments) {
            System.exit(Fourshake.run(_ -> Optional.of(Message.of(Program.class, "no display")), arguments));
        }
    }
}
