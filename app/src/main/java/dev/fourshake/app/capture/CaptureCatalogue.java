package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The captures in one directory. {@link #files} asks the file system only; {@link #details} opens a capture, some
 * milliseconds each, and remembers what it said until the file changes. May be used by any thread; all calls touch
 * the disk.
 */
public final class CaptureCatalogue {

    private final Path directory;
    private final Map<CaptureFile, CaptureDetails> known = new ConcurrentHashMap<>();

    /** @param directory is made when the first capture is */
    public CaptureCatalogue(Path directory) {
        this.directory = directory;
    }

    public Path directory() {
        return directory;
    }

    /** All captures, the latest first; empty where there is no directory yet. */
    public List<CaptureFile> files() throws CaptureException {
        List<CaptureFile> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, CaptureNames::isCapture)) {
            for (Path entry : entries) {
                file(entry).ifPresent(files::add);
            }
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException failure) {
            throw CaptureFailures.reading(directory, failure);
        } catch (DirectoryIteratorException failure) {
            throw CaptureFailures.reading(directory, failure.getCause());
        }
        files.sort(Comparator.comparing(CaptureFile::modified).reversed().thenComparing(CaptureFile::name));
        known.keySet().retainAll(files);
        return files;
    }

    private static Optional<CaptureFile> file(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? Optional.of(new CaptureFile(file, CaptureNames.nameOf(file),
                    attributes.lastModifiedTime().toInstant(), attributes.size(), CaptureDatabase.isOpen(file)))
                    : Optional.empty();
        } catch (IOException _) {
            // Deleted meanwhile.
            return Optional.empty();
        }
    }

    /** What the inside of a capture says of it. */
    public CaptureDetails details(CaptureFile file) {
        CaptureDetails details = known.get(file);
        if (details == null) {
            details = CaptureDatabase.summary(file.file())
                    .map(summary -> new CaptureDetails(Optional.of(summary), Optional.empty()))
                    .orElseGet(() -> open(file.file()));
            if (!details.inUse()) {
                known.put(file, details);
            }
        }
        return details;
    }

    /** The long way, which finds out what is wrong, and what can be read all the same. */
    private static CaptureDetails open(Path file) {
        try (CaptureReader reader = CaptureReader.open(file)) {
            return new CaptureDetails(Optional.of(reader.summary()), reader.problem());
        } catch (CaptureException failure) {
            return new CaptureDetails(Optional.empty(), Optional.of(failure.problem()),
                    failure.kind() == Kind.IN_USE);
        }
    }

    /**
     * A file for a new capture: {@code demo}, or {@code demo (2)} where there is one. The directory is made.
     *
     * @param wish any text of the user
     */
    public Path newFile(String wish) throws CaptureException {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw CaptureFailures.writing(directory, failure);
        }
        return CaptureNames.free(directory, wish);
    }

    /** Gives a capture another name, made safe. Answers its file. */
    public Path rename(Path file, String wish) throws CaptureException {
        Path renamed = file.resolveSibling(CaptureNames.safe(wish) + CaptureNames.EXTENSION);
        if (renamed.equals(file)) {
            return file;
        }
        requireFree(file);
        try {
            return Files.move(file, renamed);
        } catch (IOException failure) {
            throw CaptureFailures.writing(Files.exists(file) && Files.exists(renamed) ? renamed : file, failure);
        }
    }

    /** Moves a capture into another directory, which is made; its name changes where it is taken. Answers its file. */
    public Path moveTo(Path directory, Path file) throws CaptureException {
        requireFree(file);
        try {
            Files.createDirectories(directory);
            return Files.move(file, CaptureNames.free(directory, CaptureNames.nameOf(file)));
        } catch (IOException failure) {
            throw CaptureFailures.writing(file, failure);
        }
    }

    /** Deletes a capture for good. The caller has asked the user. */
    public void delete(Path file) throws CaptureException {
        requireFree(file);
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw CaptureFailures.writing(file, failure);
        }
    }

    /** Some systems would let us take away the file under a program that records into it. */
    private static void requireFree(Path file) throws CaptureException {
        CaptureFileCheck.isFile(file);
        if (CaptureDatabase.isOpen(file)) {
            throw CaptureException.of(Kind.IN_USE, file, null);
        }
        try (FileChannel channel = FileChannel.open(file); FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            if (lock == null) {
                throw CaptureException.of(Kind.IN_USE, file, null);
            }
        } catch (CaptureException inUse) {
            throw inUse;
        } catch (OverlappingFileLockException held) {
            throw CaptureException.of(Kind.IN_USE, file, held);
        } catch (IOException failure) {
            throw CaptureFailures.writing(file, failure);
        }
    }
}
