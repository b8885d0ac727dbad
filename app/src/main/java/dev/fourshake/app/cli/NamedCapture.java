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
            throw CommandFailure.wrongCall(failure.problem());
        }
    }

    /** Reads all that can be read. {@code say} is told, in sentences, what can not. */
    TraceSnapshot read(Consumer<String> say) {
        try (CaptureTrace capture = CaptureTrace.open(file())) {
            capture.done().join().problems().forEach(problem -> say.accept("fourshake: " + problem.text()));
            return capture.snapshot();
        } catch (CaptureException failure) {
            throw CommandFailure.wrongCall(failure.problem());
        }
    }

    /** Judges all that can be read. {@code say} is told, in sentences, what can not. */
    TraceSummary inspect(Consumer<String> say) {
        try {
            CaptureInspection inspection = CaptureInspection.of(FileInputs.open(file()));
            inspection.problems().forEach(problem -> say.accept("fourshake: " + problem.text()));
            return inspection.summary();
        } catch (CaptureException failure) {
            throw CommandFailure.wrongCall(failure.problem());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Opens it to be replayed. */
    CaptureReplay replay() {
        try {
            return CaptureReplay.open(file());
        } catch (CaptureException failure) {
            throw CommandFailure.wrongCall(failure.problem());
        }
    }
}
