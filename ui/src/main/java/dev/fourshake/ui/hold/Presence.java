package dev.fourshake.ui.hold;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Says twice a second, from the JavaFX thread, that the window lives: a window that hangs says nothing. Its own thread
 * asks, as the toolkit's clock may stand still for windows that nobody sees.
 */
final class Presence implements AutoCloseable {

    private static final long EVERY_MILLIS = 500;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("window-lives").factory());
    private final AtomicBoolean asked = new AtomicBoolean();

    /** @param say called on the JavaFX thread */
    Presence(Runnable say) {
        clock.scheduleWithFixedDelay(() -> {
            // While it does not answer it is not asked again and again.
            if (asked.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    asked.set(false);
                    say.run();
                });
            }
        }, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
