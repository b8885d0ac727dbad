package dev.fourshake.app.log;

import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Takes over what libraries log through {@code java.util.logging} (Paho, Guava, JavaFX), whose default handler writes
 * to standard error, and hands it to Logback, as {@link LogbackSettings} has it.
 *
 * <p>To see it all on standard error: {@code -Dfourshake.log=info}, or any other of Logback's levels.
 */
public final class LibraryLog {

    /** System property: the level from which on the libraries' log is written to standard error. */
    static final String LEVEL_PROPERTY = "fourshake.log";

    static {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private LibraryLog() {
    }

    /** To be called before the first library speaks. Calling it again does nothing. Any thread. */
    public static void install() {
        // The static initializer has done it, once.
    }
}
