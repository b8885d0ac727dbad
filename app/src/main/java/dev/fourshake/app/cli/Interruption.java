package dev.fourshake.app.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that runs until Ctrl-C or SIGTERM end as it should: the signal ends the waiting, and the Java VM
 * lives on until the command has saved what it has and said its summary, and the program whether that could be printed.
 */
final class Interruption implements AutoCloseable {

    private static final long PULSE_NANOS = 250_000_000;

    /** What the program comes to, as soon as it has said all. */
    private static final CompletableFuture<Integer> STATUS = new CompletableFuture<>();

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endCleanly, "interruption");
    private final Runnable told;

    private Interruption(Runnable told) {
        this.told = told;
    }

    /** From now on a signal is waited for. To be closed when the command's work is done. */
    static Interruption watch() {
        return watch(() -> { });
    }

    /** As {@link #watch()}; {@code told} is run when the signal comes, on a thread of its own. */
    static Interruption watch(Runnable told) {
        Interruption interruption = new Interruption(told);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Waits for the signal, or until the time is over; {@code meanwhile} is run now and then by the same thread. */
    void await(Optional<Duration> limit, Runnable meanwhile) {
        long begin = System.nanoTime();
        long left = nanos(limit);
        try {
            while (left > 0 && !asked.await(Math.min(left, PULSE_NANOS), TimeUnit.NANOSECONDS)) {
                meanwhile.run();
                left = nanos(limit) - (System.nanoTime() - begin);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long nanos(Optional<Duration> limit) {
        try {
            return limit.map(Duration::toNanos).orElse(Long.MAX_VALUE);
        } catch (ArithmeticException _) {
            return Long.MAX_VALUE; // some centuries
        }
    }

    /** Whether the signal has come. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    private void endCleanly() {
        asked.countDown();
        told.run();
        // A signal would make the exit status 130 or 143; this command was ended as it is meant to be.
        Runtime.getRuntime().halt(STATUS.join());
    }

    /** The program has said all, and ends: where a signal has come, with this status. */
    static void end(int exitStatus) {
        STATUS.complete(exitStatus);
    }

    @Override
    public void close() {
        if (!isAsked()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The signal has come just now: the hook ends the program.
            }
        }
    }
}
