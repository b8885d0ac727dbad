package dev.fourshake.app.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The directory that holds all that Fourshake keeps for one user, the same for the desktop and the command line.
 * In this order: the system property {@value #PROPERTY}, the environment variable {@value #VARIABLE}, and then
 * what the platform asks for:
 * <ul>
 *   <li>Linux and other Unix: {@code $XDG_DATA_HOME/fourshake}, else {@code $HOME/.local/share/fourshake}
 *   <li>macOS: {@code ~/Library/Application Support/Fourshake}
 *   <li>Windows: {@code %APPDATA%\Fourshake}, else {@code ~\AppData\Roaming\Fourshake}
 * </ul>
 * Resolving touches no disk: whoever writes a file makes the directory.
 *
 * @param directory absolute
 */
public record UserData(Path directory) {

    public static final String PROPERTY = "fourshake.data";
    public static final String VARIABLE = "FOURSHAKE_DATA";

    public UserData {
        directory = directory.toAbsolutePath().normalize();
    }

    /** The directory for this process. */
    public static UserData resolve() {
        return resolve(System::getProperty, System::getenv);
    }

    /**
     * The directory that was asked for, where the system cannot name it: a letter of it is none in the C locale. To be
     * asked before {@link #resolve()}, which passes it over.
     */
    public static Optional<String> unusable() {
        return unusable(System::getProperty, System::getenv);
    }

    static Optional<String> unusable(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        return Optional.ofNullable(properties.apply(PROPERTY)).filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(environment.apply(VARIABLE)).filter(text -> !text.isBlank()))
                .filter(text -> path(text).isEmpty());
    }

    static UserData resolve(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        Optional<Path> asked = path(properties.apply(PROPERTY)).or(() -> path(environment.apply(VARIABLE)));
        return new UserData(asked.orElseGet(() -> platform(properties, environment)));
    }

    private static Path platform(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        String os = Optional.ofNullable(properties.apply("os.name")).orElse("").toLowerCase(Locale.ROOT);
        Path home = Path.of(Optional.ofNullable(properties.apply("user.home")).orElse("."));
        if (os.startsWith("windows")) {
            return path(environment.apply("APPDATA")).orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve("Fourshake");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Fourshake");
        }
        // The XDG base directory specification: a relative path is invalid and to be ignored. Java's home is that of
        // the password file, which in a container may name none, and is not what the user has set.
        return absolute(environment.apply("XDG_DATA_HOME"))
                .orElseGet(() -> absolute(environment.apply("HOME")).orElse(home).resolve(".local").resolve("share"))
                .resolve("fourshake");
    }

    private static Optional<Path> absolute(String text) {
        return path(text).filter(Path::isAbsolute);
    }

    private static Optional<Path> path(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** A file or folder in the directory; nothing is made. */
    public Path resolve(String name) {
        return directory.resolve(name);
    }
}
