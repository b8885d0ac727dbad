package dev.fourshake.app.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.capture.CaptureRecorder.Start;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.WireEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A program that records is killed without a warning, at a moment of no choosing. */
class CaptureKillTest {

    private static final int PACE = 500;

    @TempDir
    Path directory;

    @RepeatedTest(3)
    void aKilledProgramLosesLessThanItsLastSecond(RepetitionInfo repetition) throws Exception {
        Path file = directory.resolve("killed.fourshake");
        Process victim = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Victim.class.getName(), file.toString())
                .redirectError(Redirect.DISCARD).start();
        long told = 0;
        try (BufferedReader out = victim.inputReader()) {
            int lines = 4 + new Random(repetition.getCurrentRepetition()).nextInt(8);
            for (int i = 0; i < lines; i++) {
                told = Long.parseLong(out.readLine());
            }
            inUse(() -> CaptureReader.open(file));
            inUse(() -> new CaptureCatalogue(directory).delete(file));
            // By the handle: the other way closes the pipe that is read here.
            victim.toHandle().destroyForcibly();
            victim.waitFor();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told = line.isEmpty() ? told : Long.parseLong(line);
            }
        }
        assertTrue(victim.exitValue() != 0);

        List<WireEvent> events = SampleTraffic.events(1_000_000, 3);
        try (CaptureReader reader = CaptureReader.open(file)) {
            assertTrue(reader.problem().isEmpty());
            assertFalse(reader.summary().ended().isPresent(), "the list shows that it ended abruptly");
            assertEquals(events.subList(0, (int) reader.count()), CaptureFileTest.all(reader));
            assertTrue(reader.count() > told - PACE,
                    "of " + told + " events " + reader.count() + " are saved");
        }
    }

    private static void inUse(Executable call) {
        assertEquals(CaptureException.Kind.IN_USE, assertThrows(CaptureException.class, call).kind());
    }

    /** Records {@value PACE} events a second, and says ten times a second how many there were before that. */
    static final class Victim {

        private Victim() {
        }

        public static void main(String[] arguments) throws IOException, InterruptedException {
            TraceFeed feed = new TraceFeed(new Trace());
            CaptureRecorder.start(feed, Path.of(arguments[0]), CaptureInfo.now("0.1", "kill test"), Start.NOW);
            List<WireEvent> events = SampleTraffic.events(1_000_000, 3);
            long began = System.nanoTime();
            for (int i = 0; i < events.size(); i += PACE / 10) {
                for (long due = began + i * 1_000_000_000L / PACE; due > System.nanoTime();) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                System.out.println(i);
                feed.put(events.subList(i, i + PACE / 10));
            }
        }
    }
}
