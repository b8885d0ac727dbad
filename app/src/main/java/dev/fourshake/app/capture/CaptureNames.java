package dev.fourshake.app.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes file names of what users call their captures, good on every system. */
final class CaptureNames {

    static final String EXTENSION = ".fourshake";

    private static final int MAX_LENGTH = 100;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\\\/:*?\"<>|]+");
    private static final Pattern AT_THE_EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");
    /** Windows keeps these for devices, whatever the extension is. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?");

    private CaptureNames() {
    }

    /** A name of one path element, without extension; never empty. */
    static String safe(String wish) {
        String name = FORBIDDEN.matcher(withoutExtension(wish)).replaceAll("-");
        name = trim(name);
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            name = trim(name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH)));
        }
        if (name.isEmpty()) {
            return "capture";
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    private static String trim(String name) {
        return AT_THE_EDGES.matcher(name).replaceAll("");
    }

    /** The file of that name, or of {@code name (2)}, {@code name (3)}, … where there is one already. */
    static Path free(Path directory, String wish) {
        String name = safe(wish);
        Path file = directory.resolve(name + EXTENSION);
        for (int number = 2; Files.exists(file); number++) {
            file = directory.resolve(name + " (" + number + ")" + EXTENSION);
        }
        return file;
    }

    static boolean isCapture(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    /** What the user calls the capture in {@code file}. */
    static String nameOf(Path file) {
        return withoutExtension(file.getFileName().toString());
    }

    private static String withoutExtension(String name) {
        boolean has = name.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
        return has ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
