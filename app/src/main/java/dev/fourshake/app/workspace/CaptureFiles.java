package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureCatalogue;
import dev.fourshake.app.capture.CaptureException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which file is meant where somebody names a capture: {@code press-4}, or {@code /tmp/press-4.fourshake}.
 *
 * @param catalogue of the captures that are named without a path
 */
public record CaptureFiles(CaptureCatalogue catalogue) {

    private static final String EXTENSION = ".fourshake";

    /** The file of a new capture: a bare name is one among the user's captures, anything with a path is a file. */
    public Path forNew(String name) throws CaptureException {
        return isPath(name) ? Path.of(name) : catalogue.newFile(name);
    }

    /** The file of a capture that is there, or of something else to be read. */
    public Path existing(String name) {
        Path kept = catalogue.directory().resolve(name + EXTENSION);
        return !isPath(name) && Files.exists(kept) ? kept : Path.of(name);
    }

    private static boolean isPath(String name) {
        return name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0 || name.endsWith(EXTENSION);
    }
}
