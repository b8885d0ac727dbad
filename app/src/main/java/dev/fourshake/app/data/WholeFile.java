package dev.fourshake.app.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files that are there whole or not at all: beside the file, and in its place when all is written. What stood
 * there before is lost only then. Any thread, each file by one at a time.
 */
public final class WholeFile {

    private static final String PART = ".part";

    private WholeFile() {
    }

    /** What is to stand in a file. */
    @FunctionalInterface
    public interface Content {

        /** @param to need not be closed */
        void write(OutputStream to) throws IOException;
    }

    /**
     * Makes or replaces a file. A link stays a link; a pipe or a device is written to as it is, for nothing can take
     * its place.
     *
     * @throws IOException where it could not be written whole; it is as it was then, or still not there
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            writeTo(target, content);
            return;
        }
        Path part = target.resolveSibling(target.getFileName() + PART);
        try {
            writeTo(part, content);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failure) {
            deletePart(part, failure);
            throw failure;
        }
    }

    private static void writeTo(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        }
    }

    private static void deletePart(Path part, Exception why) {
        try {
            if (Files.isRegularFile(part)) {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            why.addSuppressed(failure);
        }
    }
}
