package dev.fourshake.app.change;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Those who want to know that something changed. One that fails harms neither the others nor who tells it. Any thread.
 */
public final class Listeners {

    private static final Logger LOG = System.getLogger(Listeners.class.getName());

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void add(Runnable listener) {
        listeners.add(listener);
    }

    public void remove(Runnable listener) {
        listeners.remove(listener);
    }

    /** On the thread that calls. */
    public void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "A listener failed", failure);
            }
        }
    }
}
