package dev.fourshake.app.cli;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.replay.CaptureInspection;
import dev.fourshake.app.trace.TraceInput;
import dev.fourshake.app.workspace.CaptureFiles;
import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.FileInputs;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.trace.TraceSummary;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A capture that a call names: one of the user's captures, or a file. What is wrong with it ends the command with a
 * sentence and exit status 2.
 *
 * @param source as it was typed
 */
record NamedCapture(String source) {

    /** The file, whether it is there or not. */
    Path file() {
        try {
            return new CaptureFiles(Workspace.catalogueIn(UserData.resolve())).existing(source).toAbsolutePath();
        } catch (InvalidPathException _) {
            throw CommandFailure.wrongCall(Message.of(NamedCapture.class, "source.invalid", source));
        }
    }

    /** The file, which can be opened. */
    Path checked() {
        Path file = file();
        try (TraceInput _ = FileInputs.open(file)) {
            return file;
        } catch (CaptureException failure) {
            throw refused(failure);
        }
    }

    /**
     * What could be read.
     *
     * @param problems what could not, or is not shown
     */
    record Found<T>(T read, SourceProblems problems) {
    }

    /** Reads all that can be read. {@code say} is told, in sentences, what can not. */
    Found<TraceSnapshot> read(Consumer<String> say) {
        try (CaptureTrace capture = CaptureTrace.open(file())) {
            SourceProblems problems = new SourceProblems(capture.done().join().problems());
            problems.say(say);
            return new Found<>(capture.snapshot(), problems);
        } catch (CaptureException failure) {
            throw refused(failure);
        }
    }

    /** Judges all that can be read. {@code say} is told, in sentences, what can not. */
    Found<TraceSummary> inspect(Consumer<String> say) {
        try {
            CaptureInspection inspection = CaptureInspection.of(FileInputs.open(file()));
            SourceProblems problems = new SourceProblems(inspection.problems());
            problems.say(say);
            return new Found<>(inspection.summary(), problems);
        } catch (CaptureException failure) {
            throw refused(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Opens it to be replayed. */
    CaptureReplay replay() {
        try {
            return CaptureReplay.open(file());
        } catch (CaptureException failure) {
            throw refused(failure);
        }
    }

    private CommandFailure refused(CaptureException failure) {
        boolean isName = failure.kind() == CaptureException.Kind.MISSING && !CaptureFiles.isPath(source);
        return CommandFailure.wrongCall(isName ? Message.of(NamedCapture.class, "source.unknown", source)
                : failure.problem());
    }
}
