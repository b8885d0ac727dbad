package dev.fourshake.ui.workbench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.ui.workbench.frame.Pulse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class BackgroundJobsTest {

    private final List<String> log = new CopyOnWriteArrayList<>();
    private BackgroundJobs jobs;

    @BeforeAll
    static void startJavaFx() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void setUp() {
        jobs = on(() -> new BackgroundJobs(new Pulse(failure -> log.add("frame " + failure)),
                (job, failure) -> log.add(job.title() + ": " + failure.getMessage())));
    }

    private static <T> T on(Supplier<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question::get);
    }

    private void untilIdle() {
        Awaitility.await().until(() -> on(() -> jobs.running().isEmpty()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theWorkIsDoneElsewhereAndItsResultArrivesOnTheJavaFxThread() {
        on(() -> jobs.start("count", _ -> Platform.isFxApplicationThread() ? "here" : "elsewhere")
                .onDone(result -> log.add(result + (Platform.isFxApplicationThread() ? ", told here" : "")))
                .onEnd(() -> log.add("end")));
        untilIdle();
        assertEquals(List.of("elsewhere, told here", "end"), log);
    }

    @Test
    void aFailureIsToldToTheStarterElseToAll() {
        on(() -> jobs.start("open", _ -> {
            throw new IOException("the disk is full");
        }));
        untilIdle();
        on(() -> jobs.start("open", _ -> {
            throw new IOException("again");
        }).onFailure(failure -> log.add("mine: " + failure.getMessage())));
        untilIdle();
        assertEquals(List.of("open: the disk is full", "mine: again"), log);
    }

    @Test
    void progressArrivesAndTheLastWordCounts() {
        CountDownLatch go = new CountDownLatch(1);
        Job<Void> job = on(() -> jobs.start("read", monitor -> {
            for (int i = 0; i <= 1000; i++) {
                monitor.progress(i / 1000.0);
                monitor.message("packet " + i);
            }
            go.await();
            return null;
        }));
        Awaitility.await().until(() -> on(() -> job.messageProperty().get()).equals("packet 1000"));
        assertEquals(1.0, on(() -> job.progressProperty().get()));
        go.countDown();
        untilIdle();
    }

    @Test
    void aCancelledJobNeitherReturnsNorFails() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Job<String> job = on(() -> jobs.<String>start("wait", monitor -> {
            monitor.onCancel(closed::countDown);
            started.countDown();
            closed.await();
            throw new IOException("socket closed");
        }).onDone(log::add).onEnd(() -> log.add("end")));
        Awaitility.await().until(() -> started.getCount() == 0);
        on(() -> {
            job.cancel();
            job.cancel();
            return null;
        });
        untilIdle();
        assertEquals(List.of("end"), log);
    }

    @Test
    void closingCancelsAndWaitsForWhatListens() throws InterruptedException {
        on(() -> jobs.start("polite", monitor -> {
            while (!monitor.isCancelled()) {
                Thread.onSpinWait();
            }
            return null;
        }));
        assertTrue(jobs.close(Duration.ofSeconds(10)));
        CountDownLatch never = new CountDownLatch(1);
        on(() -> jobs.start("deaf", _ -> {
            never.await();
            return null;
        }));
        assertFalse(jobs.close(Duration.ofMillis(50)));
        never.countDown();
        untilIdle();
    }
}
