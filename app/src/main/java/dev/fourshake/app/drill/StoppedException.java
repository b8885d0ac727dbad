package dev.fourshake.app.drill;

/** The drill was stopped in the middle of a case, which is not judged. */
final class StoppedException extends Exception {

    private static final long serialVersionUID = 1;
}
