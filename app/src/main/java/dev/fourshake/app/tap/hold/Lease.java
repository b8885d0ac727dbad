package dev.fourshake.app.tap.hold;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether somebody is there for whom packets are held. Once it was renewed it has to be renewed again and again; where
 * that fails, it ends. Time in which the whole program stood still does not count. Any thread.
 */
final class Lease {

    /** How long nobody may be heard of. */
    static final Duration TIME = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 500;

    private final EventExecutor clock;
    private final Runnable end;
    private Future<?> watch;
    private int looks;
    private boolean ended;

    /** @param end called on {@code clock} when the lease has ended */
    Lease(EventExecutor clock, Runnable end) {
        this.clock = clock;
        this.end = end;
    }

    /** Begins it, or goes on with it; false where it has ended since the last call. */
    synchronized boolean renew() {
        boolean held = !ended;
        ended = false;
        looks = 0;
        if (watch == null && !clock.isShuttingDown()) {
            watch = clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return held;
    }

    private void look() {
        synchronized (this) {
            looks++;
            if (looks * LOOK_MILLIS < TIME.toMillis()) {
                return;
            }
            watch.cancel(false);
            watch = null;
            ended = true;
        }
        end.run();
    }
}
