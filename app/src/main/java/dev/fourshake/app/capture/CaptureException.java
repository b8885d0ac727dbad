package dev.fourshake.app.capture;

import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A capture file could not be read or written. {@link #problem()} is the sentence for the user. */
public final class CaptureException extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong, for the caller that wants to offer something fitting. */
    public enum Kind {
        /** There is no such file. */
        MISSING,
        /** There is no folder where the file was to be made. */
        NO_FOLDER,
        /** There is one already, where a new one was to be made. */
        EXISTS,
        /** It is a directory. */
        DIRECTORY,
        /** It is a directory, where a new file was to be made. */
        NAMES_DIRECTORY,
        /** It is a device or a pipe. */
        NOT_A_FILE,
        /** It has no bytes. */
        EMPTY,
        /** It is something else than a capture. */
        NOT_A_CAPTURE,
        /** A packet capture of another program that cannot be read; the sentence gives the reason. */
        BAD_PACKETS,
        /** A packet capture that does not fit into memory, where it would have to. */
        TOO_LARGE,
        /** It was a capture; so much is lost or changed that it cannot be opened. */
        DAMAGED,
        /** Made by a newer Fourshake, in a format that this one does not know. */
        NEWER_FORMAT,
        /** The system does not allow it. */
        NO_PERMISSION,
        /** Another program, or this one, has it open. */
        IN_USE,
        /** The disk is full. */
        DISK_FULL,
        /** There is room, but the user's quota or the largest file that the disk takes is reached. */
        LIMIT_REACHED,
        /** Any other failure of the system. */
        IO
    }

    private final Kind kind;
    private final transient Message problem;

    private CaptureException(Kind kind, Message problem, Throwable cause) {
        super(problem.text(), cause);
        this.kind = kind;
        this.problem = problem;
    }

    /** @param arguments of the sentence, behind the name of the file */
    public static CaptureException of(Kind kind, Path file, Throwable cause, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file.toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CaptureException(kind, Message.of(CaptureException.class, "failure." + kind.name(), all), cause);
    }

    /** What the system says when a file cannot be read, as a sentence. */
    public static CaptureException reading(Path file, IOException cause) {
        return CaptureFailures.reading(file, cause, Kind.IO);
    }

    /** The same failure, told of another name: of the file that the user asked for. */
    CaptureException named(Path file) {
        List<Object> arguments = new ArrayList<>(problem.arguments());
        arguments.set(0, file.toString());
        return new CaptureException(kind, new Message(problem.bundle(), problem.key(), arguments), this);
    }

    public Kind kind() {
        return kind;
    }

    /** What happened and what to do, in a sentence. */
    public Message problem() {
        return problem;
    }
}
