package dev.fourshake.app.capture;

import dev.fourshake.app.capture.CaptureException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.Driver;
import org.h2.store.fs.FilePath;

/**
 * One connection to the H2 database of a capture file. Within this process a file may be open several times, for
 * reading while it is recorded as well; another process finds it in use.
 */
final class CaptureDatabase implements AutoCloseable {

    private static final String QUIET = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    /** Without what H2 would do by itself: it analyses a table after 2,000 rows, and reads it all for that. */
    private static final String NEW = ";WRITE_DELAY=0;ANALYZE_AUTO=0";

    /** How often each file is open in this process. It is also the lock under which files are opened and closed. */
    private static final Map<Path, Integer> OPEN = new ConcurrentHashMap<>();

    static {
        FilePath.register(new CaptureFilePath());
    }

    private final Path file;
    private final Path key;
    private final Connection connection;

    private CaptureDatabase(Path file, Path key, Connection connection) {
        this.file = file;
        this.key = key;
        this.connection = connection;
    }

    /** Makes a new file with empty tables. What is committed is in the file when the commit returns. */
    static CaptureDatabase create(Path file, String scheme) throws CaptureException {
        synchronized (OPEN) {
            try {
                Files.createFile(file);
            } catch (IOException failure) {
                throw CaptureFailures.writing(file, failure);
            }
            try {
                CaptureDatabase database = connect(file, scheme, NEW);
                try {
                    CaptureSchema.create(database.connection);
                    database.connection.setAutoCommit(false);
                    return database;
                } catch (SQLException failure) {
                    database.closeQuietly();
                    throw failure;
                }
            } catch (SQLException | IOException failure) {
                deleteQuietly(file);
                throw CaptureFailures.writing(file, failure);
            }
        }
    }

    /** Opens a file for reading; it is not changed in any way. */
    static CaptureDatabase open(Path file) throws CaptureException {
        synchronized (OPEN) {
            try {
                CaptureFileCheck.hasBytes(file);
                if (!isOpen(file)) {
                    RawCapture.open(file).close();
                }
                CaptureDatabase database = connect(file, CaptureFilePath.SCHEME, ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
                try {
                    database.requireFormat();
                    return database;
                } catch (CaptureException | SQLException | RuntimeException failure) {
                    database.closeQuietly();
                    throw failure;
                }
            } catch (SQLException | IOException | RuntimeException failure) {
                // H2 meets damaged pages with exceptions of many kinds.
                throw CaptureFailures.reading(file, failure);
            }
        }
    }

    /** The summary of a file, without starting its database; empty where that does not work. */
    static Optional<CaptureSummary> summary(Path file) {
        synchronized (OPEN) {
            if (isOpen(file)) {
                return Optional.empty();
            }
            try {
                CaptureFileCheck.hasBytes(file);
                try (RawCapture capture = RawCapture.open(file)) {
                    return capture.summary();
                }
            } catch (IOException | RuntimeException _) {
                return Optional.empty();
            }
        }
    }

    /** Whether this process has the file open. */
    static boolean isOpen(Path file) {
        try {
            return OPEN.containsKey(file.toRealPath());
        } catch (IOException _) {
            return false;
        }
    }

    private static CaptureDatabase connect(Path file, String scheme, String options) throws SQLException, IOException {
        Properties user = new Properties();
        user.setProperty("user", "sa");
        user.setProperty("password", "");
        String url = "jdbc:h2:" + CaptureFilePath.databaseName(scheme, file) + QUIET + options;
        Connection connection = Driver.load().connect(url, user);
        Path key = file.toRealPath();
        OPEN.merge(key, 1, Integer::sum);
        return new CaptureDatabase(file, key, connection);
    }

    private void requireFormat() throws CaptureException, SQLException {
        int format = CaptureSchema.format(connection);
        if (format > CaptureSchema.FORMAT) {
            throw CaptureException.of(Kind.NEWER_FORMAT, file, null);
        }
        if (format < 1) {
            throw CaptureException.of(Kind.NOT_A_CAPTURE, file, null);
        }
    }

    Path file() {
        return file;
    }

    Connection connection() {
        return connection;
    }

    /** Ends the connection. With the last one of this process, H2 puts the file in order and lets it go. */
    @Override
    public void close() throws SQLException {
        synchronized (OPEN) {
            try {
                connection.close();
            } finally {
                OPEN.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    /** As {@link #close}, after a failure that has been told already. */
    void closeQuietly() {
        try {
            close();
        } catch (SQLException | RuntimeException _) {
            // What made it fail is known; there is nothing more to save.
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // An empty file stays behind; the sentence about the failure says more.
        }
    }
}
