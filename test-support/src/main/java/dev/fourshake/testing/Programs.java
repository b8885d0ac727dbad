package dev.fourshake.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds installed programs: on the path, and where daemons are, which a user's path often leaves out. */
public final class Programs {

    private static final String DAEMONS = String.join(File.pathSeparator,
            "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin");

    private Programs() {
    }

    /** The program of this name, without {@code .exe}. */
    public static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", ""), DAEMONS)
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** As {@link #find}, in a test that bears {@link RequiresProgram}. */
    public static Path get(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException("not installed: " + name));
    }
}
