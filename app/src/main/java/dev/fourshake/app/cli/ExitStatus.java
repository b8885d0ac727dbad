package dev.fourshake.app.cli;

/** What the exit status tells a script. */
final class ExitStatus {

    static final int DONE = 0;
    /** The traffic was judged and failed. */
    static final int JUDGED_BAD = 1;
    /** The call was wrong, or a file is not what it says. */
    static final int WRONG_CALL = 2;
    /** A peer could not be reached. */
    static final int UNREACHABLE = 3;
    /** The traffic was judged and did not show what it was to show: neither good nor bad. */
    static final int NOTHING_PROVED = 4;

    /** The program itself is at fault, or memory was too small. */
    static final int OWN_FAULT = 5;

    private ExitStatus() {
    }
}
