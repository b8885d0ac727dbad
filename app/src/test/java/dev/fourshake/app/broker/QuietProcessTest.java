package dev.fourshake.app.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietProcessTest {

    /** HiveMQ, Netty, Paho and the libraries behind them say nothing, and no thread of theirs outlives them. */
    @Test
    void onlyOurOwnWordsAreHeardAndTheProgramEnds(@TempDir Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"),
                QuietProcess.class.getName())
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
        } finally {
            process.destroyForcibly();
        }
        assertEquals("", Files.readString(err));
        assertEquals(List.of(
                "3.1 {\"good\":1283,\"scrap\":8}", "3.1.1 {\"good\":1283,\"scrap\":8}",
                "5 {\"good\":1283,\"scrap\":8}"), Files.readAllLines(out));
        assertEquals(0, process.exitValue());
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.map(Path::getFileName).map(Path::toString)
                    .filter(name -> name.contains("fourshake")).toList());
        }
    }
}
