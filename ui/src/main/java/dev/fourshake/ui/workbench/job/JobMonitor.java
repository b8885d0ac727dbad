package dev.fourshake.ui.workbench.job;

/** What a job's work tells while it runs. All methods are cheap and for the job's own thread. */
public interface JobMonitor {

    /** @param fraction done so far, 0 to 1; negative: nobody can tell */
    void progress(double fraction);

    /** @param message what is being done right now, for the status line */
    void message(String message);

    /** Whether the user has cancelled the job: end soon, by whatever way is nearest. */
    boolean isCancelled();

    /**
     * Runs {@code action} when the user cancels, on the JavaFX thread, for work that blocks: close the socket, cancel
     * the statement. Jobs are never interrupted, because an interrupt closes files under those who still use them.
     */
    void onCancel(Runnable action);
}
