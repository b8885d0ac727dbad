package dev.fourshake.app.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A small file of the user's data. It is written whole or not at all ({@link WholeFile}); one that is not understood is
 * kept for the user, who may have written it by hand. Touches the disk; for one thread at a time.
 *
 * @param path where it stands; its folder is made when it is first written
 */
public record KeptFile(Path path) {

    /**
     * What stands in it.
     *
     * @throws NoSuchFileException if it was never written
     */
    public byte[] read() throws IOException {
        return Files.readAllBytes(path);
    }

    /** Puts this in its place. Where that fails the old one stays. */
    public void write(byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        WholeFile.write(path, out -> out.write(content));
    }

    /** Where {@link #setAside} puts it. */
    public Path aside() {
        return path.resolveSibling(path.getFileName() + ".bak");
    }

    /** Gives it the name {@link #aside}, in the place of one that was set aside before. */
    public void setAside() throws IOException {
        Files.move(path, aside(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Why a file could not be read or written, in the system's words, which name it only where they have no others. */
    public static String reason(IOException failure) {
        Optional<String> said = failure instanceof FileSystemException known
                ? Optional.ofNullable(known.getReason()) : Optional.ofNullable(failure.getMessage());
        return said.orElseGet(() -> failure instanceof AccessDeniedException ? "Permission denied"
                : failure.getClass().getSimpleName() + ' ' + failure.getMessage());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
