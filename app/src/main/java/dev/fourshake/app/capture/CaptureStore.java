package dev.fourshake.app.capture;

import dev.fourshake.app.trace.TraceInput;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** Saves as a capture what is there already: <em>Save As</em>, <em>Import</em>. */
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
        BitSet all = new BitSet();
        all.set(0, trace.rowCount());
        return save(file, info, writer -> writer.append(trace, all, UnaryOperator.identity(), progress));
    }

    /**
     * Saves all events of an input, without keeping them. Otherwise as {@link #save(TraceSnapshot, Path, CaptureInfo,
     * Progress)}.
     */
    public static boolean save(TraceInput input, Path file, CaptureInfo info, Progress progress)
            throws CaptureException {
        return save(file, info, writer -> {
            List<WireEvent> events = new ArrayList<>();
            boolean more = true;
            while (more) {
                more = input.read(events);
                for (WireEvent event : events) {
                    writer.append(event);
                }
                events.clear();
                if (more && !progress.reached(input.position(), input.total())) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Writes all that there is; false where that was ended. */
    @FunctionalInterface
    private interface Content {
        boolean to(CaptureWriter writer) throws CaptureException;
    }

    private static boolean save(Path file, CaptureInfo info, Content content) throws CaptureException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            if (CaptureDatabase.isOpen(file)) {
                throw CaptureException.of(CaptureException.Kind.IN_USE, file, null);
            }
            try {
                if (!write(unfinished, info, content)) {
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

    private static boolean write(Path file, CaptureInfo info, Content content) throws CaptureException {
        try (CaptureWriter writer = CaptureWriter.create(file, info)) {
            return content.to(writer);
        }
    }
}
