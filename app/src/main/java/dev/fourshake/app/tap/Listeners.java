package dev.fourshake.app.tap;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to know that something changed. One that fails harms neither the traffic nor the others. */
final class Listeners {

    private static final Logger LOG = System.getLogger(Listeners.class.getName());

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void add(Runnable listener) {
        listeners.add(listener);
    }

    void remove(Runnable listener) {
        listeners.remove(listener);
    }

    void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "A listener of the tap failed", failure);
            }
        }
    }
}
