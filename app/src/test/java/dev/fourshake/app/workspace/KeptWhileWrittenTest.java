package dev.fourshake.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.payload.rule.PayloadRules;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.testing.Programs;
import dev.fourshake.testing.RequiresProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window asks what is kept; a disk that is slow to take it must not make the window wait. */
@RequiresProgram("mkfifo")
class KeptWhileWrittenTest {

    @TempDir
    Path directory;

    /** Whoever writes to a pipe that nobody reads waits. */
    private void slowDisk(String name, Runnable writing, Runnable asking) throws Exception {
        Path pipe = directory.resolve(name + ".part");
        assertEquals(0, new ProcessBuilder(Programs.get("mkfifo").toString(), pipe.toString()).start().waitFor());
        Thread writer = Thread.ofPlatform().name("writer").start(writing);
        try {
            Awaitility.await().until(() -> List.of(writer.getStackTrace()).toString().contains("WholeFile"));
            assertTimeoutPreemptively(Duration.ofSeconds(10), asking::run);
        } finally {
            Files.readAllBytes(pipe);
            writer.join();
        }
    }

    @Test
    void theTapsCanBeAskedForMeanwhile() throws Exception {
        TapPlans plans = new TapPlans(directory.resolve("taps.json"), () -> { });
        TapPlan plan = new TapPlan(TapOptions.to(HostPort.loopback(1883)), false);
        slowDisk("taps.json", () -> plans.save(plan), () -> {
            plans.all();
            plans.problem();
        });
        assertEquals(List.of(plan), plans.all());
    }

    @Test
    void theRecentFilesCanBeAskedForMeanwhile() throws Exception {
        RecentFiles files = new RecentFiles(directory.resolve("recent.txt"), () -> { });
        Path file = directory.resolve("a.fourshake");
        slowDisk("recent.txt", () -> files.opened(file), files::all);
        assertEquals(List.of(file), files.all());
    }

    @Test
    void breakpointsCanBeSetUpMeanwhile() throws Exception {
        HoldPlans plans = new HoldPlans(directory.resolve("breakpoints.json"));
        HoldPlan plan = new HoldPlan(List.of(), false, Set.of(), Set.of(), Optional.empty());
        slowDisk("breakpoints.json", plans::save, () -> {
            plans.put("press hall", plan);
            plans.of("press hall");
            plans.problem();
        });
        assertEquals(Optional.of(plan), plans.of("press hall"));
    }

    @Test
    void thePayloadRulesCanBeAskedForMeanwhile() throws Exception {
        PayloadRules rules = new PayloadRules(directory.resolve("payloads.json"));
        slowDisk("payloads.json", () -> rules.become(List.of()), () -> {
            rules.all();
            rules.problem();
        });
    }
}
