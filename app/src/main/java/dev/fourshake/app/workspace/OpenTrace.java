package dev.fourshake.app.workspace;

import dev.fourshake.app.trace.TraceSource;

/** A source of a trace that is open in the workspace: a running tap, an opened capture, a replay. Any thread. */
public interface OpenTrace extends TraceSource, AutoCloseable {

    /** What the user calls it. */
    String title();

    /** What was captured, for people: the addresses on both sides. Empty where nobody knows. */
    default String origin() {
        return "";
    }

    /**
     * Tells {@code changed} after each change of the trace or of the source's own state, on any thread, so that it must
     * be quick.
     *
     * @return ends the telling
     */
    default Runnable onChange(Runnable changed) {
        addListener(changed);
        return () -> removeListener(changed);
    }

    /** Ends the source; what it shows stays. May wait for seconds; not on the JavaFX thread. */
    @Override
    void close();
}
