package dev.fourshake.ui.workbench.job;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One piece of work in the background. All methods, and what {@link #onDone} and its like are given, are for the
 * JavaFX thread; register them right after {@link BackgroundJobs#start}.
 */
public final class Job<T> {

    private final String title;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final List<Runnable> cancelActions = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;
    private volatile double latestProgress = -1;
    private volatile String latestMessage = "";
    private Consumer<? super T> done = _ -> { };
    private Consumer<? super Exception> failed;
    private Runnable ended = () -> { };

    Job(String title, BiConsumer<Job<?>, Exception> failed) {
        this.title = title;
        this.failed = failure -> failed.accept(this, failure);
    }

    public String title() {
        return title;
    }

    /** 0 to 1, or negative while nobody can tell. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being done right now; empty if the work does not say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Called with the result, unless the job was cancelled or failed. */
    public Job<T> onDone(Consumer<? super T> action) {
        done = action;
        return this;
    }

    /** Called instead of the message bar when the work throws. */
    public Job<T> onFailure(Consumer<? super Exception> action) {
        failed = action;
        return this;
    }

    /** Called last, however the job ended. */
    public Job<T> onEnd(Runnable action) {
        ended = action;
        return this;
    }

    /** Asks the work to end; it ends when it next looks. */
    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            cancelActions.forEach(Runnable::run);
        }
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Takes over what the work told last; called once a frame. */
    void refresh() {
        progress.set(latestProgress);
        message.set(latestMessage);
    }

    /** Runs the work on the calling thread and gives its outcome to the JavaFX thread. */
    void run(Work<T> work, Runnable changed, Runnable atEnd) {
        Runnable outcome;
        try {
            T result = work.run(new Monitor(changed));
            outcome = () -> {
                if (!cancelled) {
                    done.accept(result);
                }
            };
        } catch (CancellationException _) {
            outcome = () -> { };
        } catch (Exception failure) {
            // What goes wrong after the user said "cancel" (a closed socket, mostly) is what was asked for.
            outcome = cancelled ? () -> { } : () -> failed.accept(failure);
        }
        Runnable last = outcome;
        Platform.runLater(() -> {
            atEnd.run();
            try {
                last.run();
            } finally {
                ended.run();
            }
        });
    }

    private final class Monitor implements JobMonitor {
        private final Runnable changed;

        private Monitor(Runnable changed) {
            this.changed = changed;
        }

        @Override
        public void progress(double fraction) {
            latestProgress = fraction;
            changed.run();
        }

        @Override
        public void message(String text) {
            latestMessage = text;
            changed.run();
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void onCancel(Runnable action) {
            cancelActions.add(action);
            if (cancelled) {
                Platform.runLater(action);
            }
        }
    }
}
