package dev.fourshake.app.cli;

import dev.fourshake.model.text.Message;
import java.io.PrintWriter;

/** Ends a command with a sentence on standard error and an exit status. */
final class CommandFailure extends RuntimeException {

    private final int exitStatus;
    private final transient Message sentence;

    CommandFailure(int exitStatus, Message sentence) {
        super(sentence.key(), null, false, false);
        this.exitStatus = exitStatus;
        this.sentence = sentence;
    }

    /** The call was wrong, or a file is not what it says. */
    static CommandFailure wrongCall(Message sentence) {
        return new CommandFailure(ExitStatus.WRONG_CALL, sentence);
    }

    int exitStatus() {
        return exitStatus;
    }

    Message sentence() {
        return sentence;
    }

    /** Says the sentence, and returns the exit status. */
    int tell(PrintWriter err) {
        err.println("fourshake: " + sentence.text());
        err.flush();
        return exitStatus;
    }
}
