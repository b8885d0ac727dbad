package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureCatalogue;
import dev.fourshake.app.capture.CaptureException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Which file is meant where somebody names a capture: {@code press-4}, or {@code /tmp/press-4.fourshake}.
 *
 * @param catalogue of the captures that are named without a path
 */
public record CaptureFiles(CaptureCatalogue catalogue) {

    /** What the names of capture files end with. */
    public static final String EXTENSION = ".fourshake";

    /** What the names of packet captures end with as a rule; what is in a file decides. */
    public static final List<String> PACKET_EXTENSIONS =
            List.of(".pcap", ".pcapng", ".cap", ".pcap.gz", ".pcapng.gz", ".cap.gz");

    /** The file of a new capture: a bare name is one among the user's captures, anything with a path is a file. */
    public Path forNew(String name) throws CaptureException {
        return isPath(name) ? Path.of(name) : catalogue.newFile(name);
    }

    /** The file of a capture that is there, or of something else to be read. */
    public Path existing(String name) {
        Path kept = catalogue.directory().resolve(name + EXTENSION);
        return !isPath(name) && Files.exists(kept) ? kept : Path.of(name);
    }

    /** What the user calls the capture in {@code file}: its name without the extension; of another file the name. */
    public static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return isCapture(file) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /** What a capture is called that is made of {@code file}: its name without any of the extensions. */
    public static String importedName(Path file) {
        String name = nameOf(file);
        return PACKET_EXTENSIONS.stream().filter(name.toLowerCase(Locale.ROOT)::endsWith)
                .map(end -> name.substring(0, name.length() - end.length()))
                .filter(rest -> !rest.isEmpty()).findFirst().orElse(name);
    }

    /** Whether the file is called as something that can be opened is: a capture, or a packet capture. */
    public static boolean canBeOpened(Path file) {
        String lower = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return isCapture(file) || PACKET_EXTENSIONS.stream().anyMatch(lower::endsWith);
    }

    /** Whether the file is called as captures are. */
    public static boolean isCapture(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    /** Whether a file is named, and not one of the user's captures. */
    public static boolean isPath(String name) {
        return name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0 || name.endsWith(EXTENSION);
    }
}
