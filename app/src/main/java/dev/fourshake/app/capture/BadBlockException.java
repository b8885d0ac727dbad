package dev.fourshake.app.capture;

/** The bytes of a block are not what a writer wrote. The reason is technical; it goes into the log. */
final class BadBlockException extends Exception {

    private static final long serialVersionUID = 1;

    BadBlockException(String reason) {
        super(reason);
    }
}
