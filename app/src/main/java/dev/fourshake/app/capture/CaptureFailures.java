package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Tells from what H2 and the system throw which sentence the user should read. */
final class CaptureFailures {

    /** With less than this left, a failure to write is put down to the disk. */
    private static final long NO_ROOM_BYTES = 1 << 20;

    // The system's words, in English as the JDK passes them on from Linux and macOS, and from Windows.
    private static final Pattern NO_SPACE = Pattern.compile("(?i)no space left|not enough space");
    private static final Pattern READ_ONLY = Pattern.compile("(?i)read-only file system|write.protected");
    private static final Pattern LIMIT = Pattern.compile("(?i)quota|file too large");

    private CaptureFailures() {
    }

    static CaptureException reading(Path file, Throwable cause) {
        return of(file, cause, Kind.DAMAGED);
    }

    /** @param otherwise what it is where the system does not say */
    static CaptureException reading(Path file, Throwable cause, Kind otherwise) {
        return of(file, cause, otherwise);
    }

    static CaptureException writing(Path file, Throwable cause) {
        Path folder = file.toAbsolutePath().getParent();
        if (find(cause, NoSuchFileException.class).isPresent() && Files.notExists(folder)) {
            return CaptureException.of(Kind.NO_FOLDER, file, cause, folder.toString());
        }
        if (find(cause, FileAlreadyExistsException.class).isPresent() && Files.isDirectory(file)) {
            return CaptureException.of(Kind.NAMES_DIRECTORY, file, cause);
        }
        if (find(cause, CaptureException.class).isPresent() || kind(cause).isPresent()) {
            return of(file, cause, Kind.IO);
        }
        if (says(cause, READ_ONLY)) {
            // What is read-only has often no room left either.
            return of(file, cause, Kind.IO);
        }
        long free = free(file);
        if (says(cause, NO_SPACE) || free < NO_ROOM_BYTES) {
            return CaptureException.of(Kind.DISK_FULL, file, cause, free >> 20);
        }
        if (says(cause, LIMIT)) {
            return CaptureException.of(Kind.LIMIT_REACHED, file, cause);
        }
        return of(file, cause, Kind.IO);
    }

    private static CaptureException of(Path file, Throwable cause, Kind otherwise) {
        return find(cause, CaptureException.class).orElseGet(() ->
                CaptureException.of(kind(cause).orElse(otherwise), file, cause, reason(cause)));
    }

    private static Optional<Kind> kind(Throwable cause) {
        if (find(cause, AccessDeniedException.class).isPresent()) {
            return Optional.of(Kind.NO_PERMISSION);
        }
        if (find(cause, NoSuchFileException.class).isPresent()) {
            return Optional.of(Kind.MISSING);
        }
        if (find(cause, FileAlreadyExistsException.class).isPresent()) {
            return Optional.of(Kind.EXISTS);
        }
        int store = find(cause, MVStoreException.class).map(MVStoreException::getErrorCode).orElse(-1);
        int sql = find(cause, SQLException.class).map(SQLException::getErrorCode).orElse(-1);
        if (store == DataUtils.ERROR_FILE_LOCKED || sql == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return Optional.of(Kind.IN_USE);
        }
        if (store == DataUtils.ERROR_UNSUPPORTED_FORMAT || sql == ErrorCode.FILE_VERSION_ERROR_1) {
            return Optional.of(Kind.NEWER_FORMAT);
        }
        return Optional.empty();
    }

    /** The innermost reason, which is the system's own; it stands in brackets. */
    private static String reason(Throwable cause) {
        Throwable inner = cause;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String text = Optional.ofNullable(inner.getMessage()).orElse("").lines().findFirst().orElse("");
        String name = inner.getClass().getSimpleName();
        return text.isEmpty() ? name : text;
    }

    private static boolean says(Throwable cause, Pattern words) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof IOException && words.matcher(String.valueOf(one.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }

    private static long free(Path file) {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException _) {
            return Long.MAX_VALUE;
        }
    }

    private static <T extends Throwable> Optional<T> find(Throwable cause, Class<T> type) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
        }
        return Optional.empty();
    }
}
