package dev.fourshake.app.pcap;

import dev.fourshake.model.text.Message;
import java.io.IOException;

/** The file is not as its format demands, or ends too early: it cannot be read on. */
final class BadPacketFileException extends IOException {

    private final transient Message problem;

    /** @param key of the sentence in this package's bundle */
    BadPacketFileException(String key, Object... arguments) {
        this(Message.of(BadPacketFileException.class, key, arguments));
    }

    private BadPacketFileException(Message problem) {
        super(problem.key());
        this.problem = problem;
    }

    /** A part of a sentence: what is wrong and at which byte. */
    Message problem() {
        return problem;
    }
}
