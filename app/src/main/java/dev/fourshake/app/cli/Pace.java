package dev.fourshake.app.cli;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets a command look again each time something has changed. */
final class Pace {

    private final Semaphore changes = new Semaphore(1);

    /** Something has changed. Any thread. */
    void signal() {
        changes.release();
    }

    /** Looks now and after each change until {@code reached} is true, or the time is over; then it answers false. */
    boolean await(BooleanSupplier reached, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (changes.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            changes.drainPermits();
            if (reached.getAsBoolean()) {
                return true;
            }
        }
        return reached.getAsBoolean();
    }
}
