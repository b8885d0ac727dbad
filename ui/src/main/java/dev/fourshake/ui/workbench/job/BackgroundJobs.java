package dev.fourshake.ui.workbench.job;

import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.frame.Pulse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Starts work on threads of its own and knows what is running. For the JavaFX thread. */
public final class BackgroundJobs {

    private final Pulse pulse;
    private final BiConsumer<Job<?>, Exception> onFailure;
    private final ObservableList<Job<?>> running = FXCollections.observableArrayList();
    private final ObservableList<Job<?>> runningView = FXCollections.unmodifiableObservableList(running);
    private final Map<Job<?>, Thread> threads = new ConcurrentHashMap<>();

    /** @param onFailure told of a failure that the job's starter does not handle itself */
    public BackgroundJobs(Pulse pulse, BiConsumer<Job<?>, Exception> onFailure) {
        this.pulse = pulse;
        this.onFailure = onFailure;
        pulse.on(Phase.READ, () -> running.forEach(Job::refresh));
    }

    /**
     * Starts {@code work} at once on a virtual thread.
     *
     * @param title what the status line says, such as "Opening press-4.pcapng"
     */
    public <T> Job<T> start(String title, Work<T> work) {
        Job<T> job = new Job<>(title, onFailure);
        running.add(job);
        Thread thread = Thread.ofVirtual().name("job " + title).unstarted(() -> {
            job.run(work, pulse::arm, () -> running.remove(job));
            threads.remove(job);
        });
        // Before it runs: one that is done at once would be put in behind its end, and stay.
        threads.put(job, thread);
        thread.start();
        return job;
    }

    /** What is running, oldest first. */
    public ObservableList<Job<?>> running() {
        return runningView;
    }

    /** Cancels all jobs and waits for them to end, at most {@code patience}. @return whether all ended */
    public boolean close(Duration patience) throws InterruptedException {
        List.copyOf(running).forEach(Job::cancel);
        long deadline = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads.values()) {
            if (!thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }
}
