package dev.fourshake.app.capture;

import dev.fourshake.model.trace.TraceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.function.UnaryOperator;

/** Saves a trace that is there already: <em>Save As</em>. */
public final class CaptureStore {

    private static final String UNFINISHED = ".part";

    private CaptureStore() {
    }

    /**
     * Saves all rows of a trace as they were on the wire. What bears the name already is replaced, but only once all
     * is saved; where that fails or is ended, nothing is left behind.
     *
     * @return false where {@code progress} ended it
     */
    public static boolean save(TraceSnapshot trace, Path file, CaptureInfo info, Progress progress)
            throws CaptureException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            if (CaptureDatabase.isOpen(file)) {
                throw CaptureException.of(CaptureException.Kind.IN_USE, file, null);
            }
            try {
                if (!write(trace, unfinished, info, progress)) {
                    return false;
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (CaptureException failure) {
            throw failure.named(file);
        } catch (IOException failure) {
            throw CaptureFailures.writing(file, failure);
        }
    }

    private static boolean write(TraceSnapshot trace, Path file, CaptureInfo info, Progress progress)
            throws CaptureException {
        BitSet all = new BitSet();
        all.set(0, trace.rowCount());
        try (CaptureWriter writer = CaptureWriter.create(file, info)) {
            return writer.append(trace, all, UnaryOperator.identity(), progress);
        }
    }
}
