package dev.fourshake.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** How a file stood at one moment, to tell later whether it has changed. */
record FileStamp(long bytes, FileTime modified) {

    /** Empty where there is no such file. */
    static Optional<FileStamp> of(Path file) {
        try {
            return Optional.of(new FileStamp(Files.size(file), Files.getLastModifiedTime(file)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
