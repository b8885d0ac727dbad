package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureCatalogue;
import dev.fourshake.app.capture.CaptureException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Where deleted captures wait, in a folder for each day, so that deleting can be undone. Any thread; touches the disk.
 *
 * @param directory is made when the first capture is deleted
 */
public record CaptureTrash(Path directory, CaptureCatalogue catalogue) {

    /** How long a capture waits at least. */
    public static final int KEPT_DAYS = 30;

    private static final Logger LOG = System.getLogger(CaptureTrash.class.getName());

    /** Takes a capture out of the user's captures. Answers its file in the trash. */
    public Path take(Path file) throws CaptureException {
        return catalogue.moveTo(directory.resolve(LocalDate.now().toString()), file);
    }

    /** Brings a capture back among the user's captures. Answers its file. */
    public Path restore(Path taken) throws CaptureException {
        return catalogue.moveTo(catalogue.directory(), taken);
    }

    /** Deletes for good what was deleted more than {@value #KEPT_DAYS} days before {@code today}. */
    public void purge(LocalDate today) {
        try (DirectoryStream<Path> days = Files.newDirectoryStream(directory)) {
            for (Path day : days) {
                if (isOld(day, today)) {
                    delete(day);
                }
            }
        } catch (NoSuchFileException _) {
            // Nothing was ever deleted.
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "Old captures stay in " + directory, failure);
        }
    }

    private static boolean isOld(Path day, LocalDate today) {
        try {
            return LocalDate.parse(day.getFileName().toString()).isBefore(today.minusDays(KEPT_DAYS));
        } catch (DateTimeParseException _) {
            // Not ours.
            return false;
        }
    }

    /** One day that cannot be deleted keeps no other. */
    private static void delete(Path day) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(day)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(day);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "Old captures stay in " + day, failure);
        }
    }
}
