package dev.fourshake.ui.workbench.frame;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.util.Subscription;

/**
 * Runs the registered work at most once a frame, and only in frames for which somebody {@linkplain #arm() armed} it;
 * at rest it costs nothing. The flag is cleared before the work reads, so that what is published meanwhile arms the
 * next frame and nothing is lost.
 *
 * <p>{@link #arm()} is for any thread, all else for the JavaFX thread.
 */
public final class Pulse {

    private final AtomicBoolean armed = new AtomicBoolean();
    private final Map<Phase, List<Runnable>> work = new EnumMap<>(Phase.class);
    private final Consumer<RuntimeException> onFailure;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };

    /** @param onFailure told of an exception that work has thrown; the other work runs all the same */
    public Pulse(Consumer<RuntimeException> onFailure) {
        this.onFailure = onFailure;
        for (Phase phase : Phase.values()) {
            work.put(phase, new ArrayList<>());
        }
    }

    /** Asks for one frame. Cheap, and free of locks, however often it is called. */
    public void arm() {
        if (!armed.get() && armed.compareAndSet(false, true)) {
            Platform.runLater(timer::start);
        }
    }

    /** Adds work to {@code phase}, after what is there already. */
    public Subscription on(Phase phase, Runnable runnable) {
        List<Runnable> list = work.get(phase);
        list.add(runnable);
        return () -> list.remove(runnable);
    }

    private void frame() {
        if (!armed.getAndSet(false)) {
            timer.stop();
            return;
        }
        for (List<Runnable> phase : work.values()) {
            for (Runnable runnable : List.copyOf(phase)) {
                try {
                    runnable.run();
                } catch (RuntimeException failure) {
                    onFailure.accept(failure);
                }
            }
        }
    }
}
