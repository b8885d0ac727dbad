package dev.fourshake.ui.workbench.state;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Saves the state soon after it may have changed, if it has. The first hint starts the clock and the rest join, so
 * that steady change does not put the saving off. For the JavaFX thread; the writing is done on another.
 */
public final class StateSaver {

    private final StateFile file;
    private final Supplier<WorkbenchState> state;
    private final Consumer<IOException> onFailure;
    private final PauseTransition delay = new PauseTransition(Duration.seconds(1));
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("workbench-state").factory());
    private WorkbenchState saved;

    /** @param onFailure told on the JavaFX thread when the state could not be saved */
    public StateSaver(StateFile file, Supplier<WorkbenchState> state, Consumer<IOException> onFailure) {
        this.file = file;
        this.state = state;
        this.onFailure = onFailure;
        delay.setOnFinished(_ -> save());
    }

    /** The state may have changed. Does nothing after {@link #close()}. */
    public void hint() {
        if (!writer.isShutdown() && delay.getStatus() != PauseTransition.Status.RUNNING) {
            delay.playFromStart();
        }
    }

    private void save() {
        WorkbenchState now = state.get();
        if (now.equals(saved)) {
            return;
        }
        saved = now;
        writer.execute(() -> {
            try {
                file.save(now);
            } catch (IOException failure) {
                Platform.runLater(() -> onFailure.accept(failure));
            }
        });
    }

    /** Saves what has changed and returns when it is on disk. */
    public void close() {
        delay.stop();
        save();
        writer.close();
    }
}
