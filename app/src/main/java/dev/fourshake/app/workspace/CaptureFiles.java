package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureCatalogue;
import dev.fourshake.app.capture.CaptureException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Which file is meant where somebody names a capture: {@code press-4}, or {@code /tmp/press-4.fourshake}.
 *
 * @param catalogue of the captures that are named without a path
 */
public record CaptureFiles(CaptureCatalogue catalogue) {

    /** What the names of capture files end with. */
    public static final String EXTENSION = ".fourshake";

    /** The file of a new capture: a bare name is one among the user's captures, anything with a path is a file. */
    public Path forNew(String name) throws CaptureException {
        return isPath(name) ? Path.of(name) : catalogue.newFile(name);
    }

    /** The file of a capture that is there, or of something else to be read. */
    public Path existing(String name) {
        Path kept = catalogue.directory().resolve(name + EXTENSION);
        return !isPath(name) && Files.exists(kept) ? kept : Path.of(name);
    }

    /** What the user calls the capture in {@code file}: its name without the extension. */
    public static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return isCapture(file) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /** Whether the file is called as captures are. */
    public static boolean isCapture(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    private static boolean isPath(String name) {
        return name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0 || name.endsWith(EXTENSION);
    }
}
