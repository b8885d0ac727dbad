package dev.fourshake.ui.trace;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Asks questions of the model off the JavaFX thread, one after the other: the latest question wins, and what was
 * shown stays until its answer is there.
 *
 * @param <T> the answer
 */
public final class LatestQuery<T> implements AutoCloseable {

    private record Question<T>(Supplier<T> work, Consumer<T> answer) {
    }

    private final ExecutorService worker;
    private final AtomicReference<Question<T>> next = new AtomicReference<>();

    /** @param name of the thread */
    public LatestQuery(String name) {
        worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Replaces a question that is not answered yet. {@code answer} is called on the JavaFX thread; never once this is
     * closed: a view may be laid out once more after its end.
     */
    public void ask(Supplier<T> work, Consumer<T> answer) {
        if (worker.isShutdown()) {
            return;
        }
        if (next.getAndSet(new Question<>(work, answer)) == null) {
            worker.execute(this::work);
        }
    }

    private void work() {
        Question<T> question = next.getAndSet(null);
        if (question != null) {
            T found = question.work().get();
            Platform.runLater(() -> {
                if (next.get() == null && !worker.isShutdown()) {
                    question.answer().accept(found);
                }
            });
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
