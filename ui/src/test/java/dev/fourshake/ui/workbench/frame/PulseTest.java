package dev.fourshake.ui.workbench.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PulseTest {

    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Pulse pulse = new Pulse(failures::add);

    @BeforeAll
    static void startJavaFx() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private void on(Phase phase, Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> pulse.on(phase, work));
    }

    private void untilDone(int size) {
        Awaitility.await().until(() -> done.size() >= size);
    }

    @Test
    void phasesComeInTheirOrderWhateverTheOrderOfRegistration() {
        on(Phase.PAINT, () -> done.add("paint"));
        on(Phase.UPDATE, () -> done.add("update"));
        on(Phase.READ, () -> done.add("read"));
        pulse.arm();
        untilDone(3);
        assertEquals(List.of("read", "update", "paint"), done.subList(0, 3));
    }

    @Test
    void noFrameWithoutArmingAndManyArmingsAreOneFrame() {
        on(Phase.READ, () -> done.add("frame"));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            for (int i = 0; i < 1000; i++) {
                pulse.arm();
            }
            return null;
        });
        untilDone(1);
        // A second frame would come before this one, which is armed by hand.
        pulse.arm();
        untilDone(2);
        assertEquals(2, done.size());
    }

    @Test
    void whatIsPublishedWhileAFrameReadsComesWithTheNext() {
        AtomicInteger published = new AtomicInteger();
        List<Integer> seen = new ArrayList<>();
        on(Phase.READ, () -> {
            seen.add(published.get());
            if (published.get() < 5) {
                published.incrementAndGet();
                pulse.arm();
            } else {
                done.add("all");
            }
        });
        pulse.arm();
        untilDone(1);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), seen);
    }

    @Test
    void steadyArmingFromManyThreadsLosesNothing() throws InterruptedException {
        AtomicInteger published = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        on(Phase.READ, () -> seen.set(published.get()));
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 100_000; i++) {
                    published.incrementAndGet();
                    pulse.arm();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Awaitility.await().until(() -> seen.get() == 400_000);
    }

    @Test
    void workThatFailsDoesNotKeepTheRestFromBeingDone() {
        on(Phase.READ, () -> {
            throw new IllegalStateException("broken");
        });
        on(Phase.READ, () -> done.add("other"));
        pulse.arm();
        untilDone(1);
        assertTrue(failures.stream().allMatch(failure -> failure.getMessage().equals("broken")));
        assertEquals(1, failures.size());
    }
}
