package dev.fourshake.app.capture;

/** Follows a long piece of work, and may end it. */
@FunctionalInterface
public interface Progress {

    /** Nobody looks, and nobody ends it. */
    Progress NONE = (_, _) -> true;

    /**
     * Called now and then by the thread that works.
     *
     * @return false to end the work here
     */
    boolean reached(long done, long total);
}
