package dev.fourshake.app.drill;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what is to happen, until the drill is stopped. Any thread. */
final class Stop {

    /** Not everything that is waited for tells when it happens. */
    private static final long LOOK_MILLIS = 10;

    private boolean asked;

    synchronized void ask() {
        asked = true;
        notifyAll();
    }

    synchronized boolean isAsked() {
        return asked;
    }

    /** Something may have happened. */
    synchronized void look() {
        notifyAll();
    }

    /** @return whether it has happened in time */
    boolean await(Duration patience, BooleanSupplier happened) throws StoppedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private synchronized void pause() throws StoppedException {
        try {
            if (!asked) {
                wait(LOOK_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            asked = true;
        }
        if (asked) {
            throw new StoppedException();
        }
    }
}
