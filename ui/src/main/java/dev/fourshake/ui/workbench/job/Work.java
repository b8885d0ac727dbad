package dev.fourshake.ui.workbench.job;

/** What a job does, on its own thread. */
@FunctionalInterface
public interface Work<T> {

    /** @return the result; null is allowed */
    T run(JobMonitor monitor) throws Exception;
}
