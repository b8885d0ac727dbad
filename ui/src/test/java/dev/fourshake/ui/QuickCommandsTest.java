package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that end the program at once: nothing that they say is lost, and their status is the program's. */
class QuickCommandsTest {

    private static final int LINES = 20_000;

    @TempDir
    private Path folder;

    private record Ended(int status, String out, String err) {
    }

    private Ended run(Path in, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder program = new ProcessBuilder(command).redirectInput(in.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        program.environment().put("FOURSHAKE_DATA", folder.resolve("data").toString());
        int status = program.start().waitFor();
        return new Ended(status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }

    @Test
    void decodePrintsAllOfALongAnswer() throws IOException, InterruptedException {
        Path packets = Files.writeString(folder.resolve("in"), "{\"hex\": \"40 02 00 01\"}\n".repeat(LINES));

        Ended ended = run(packets, "decode");

        assertEquals(0, ended.status());
        assertEquals(LINES, ended.out().lines().filter(line -> line.contains("PUBACK")).count());
    }

    @Test
    void inspectSaysWhatIsWrongBeforeItEnds() throws IOException, InterruptedException {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));

        Ended ended = run(empty, "inspect", "--json", empty.toString());

        assertEquals(2, ended.status());
        assertTrue(ended.err().contains("empty.pcap"), ended.err());
    }
}
