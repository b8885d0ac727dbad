package dev.fourshake.app.workspace;

import dev.fourshake.model.trace.TraceSnapshot;

/** Something that fills a trace, and that the workbench can show: a running tap, an opened capture. Any thread. */
public interface OpenTrace extends AutoCloseable {

    /** What the user calls it. */
    String title();

    /** The trace as it stands now; never blocks. */
    TraceSnapshot snapshot();

    /**
     * Tells {@code changed} after each change of the trace or of the source's own state, on any thread, so that it must
     * be quick.
     *
     * @return ends the telling
     */
    Runnable onChange(Runnable changed);

    /** Ends the source. May wait for seconds; not on the JavaFX thread. */
    @Override
    void close();
}
