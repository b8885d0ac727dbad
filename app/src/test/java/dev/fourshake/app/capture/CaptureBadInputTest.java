package dev.fourshake.app.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fourshake.app.capture.CaptureException.Kind;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CaptureBadInputTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("a.fourshake");
    }

    @Test
    void missing() {
        refused(Kind.MISSING, file());
    }

    @Test
    void aDirectory() {
        refused(Kind.DIRECTORY, directory);
    }

    /** It has no bytes, and nobody should be told to delete it. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDevice() {
        refused(Kind.NOT_A_FILE, Path.of("/dev/null"));
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(file());
        refused(Kind.EMPTY, file());
    }

    @Test
    void noH2File() throws IOException {
        byte[] bytes = new byte[50_000];
        new Random(1).nextBytes(bytes);
        Files.write(file(), bytes);
        refused(Kind.NOT_A_CAPTURE, file());
        Files.writeString(file(), "x");
        refused(Kind.NOT_A_CAPTURE, file());
        assertEquals("x", Files.readString(file()));
    }

    @Test
    void anotherH2Database() throws IOException, SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE PART(X INTEGER)");
        }
        refused(Kind.NOT_A_CAPTURE, file());
    }

    /** H2 runs a database's catalogue when it opens it, with all rights. */
    @Test
    void aCaptureThatWouldRunCode() throws IOException, SQLException {
        CaptureFileTest.write(file(), SampleTraffic.events(10, 1));
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE ALIAS EXIT FOR 'java.lang.System.exit'");
        }
        refused(Kind.NOT_A_CAPTURE, file());
    }

    @Test
    void aNewerFormat() throws IOException, SQLException {
        CaptureFileTest.write(file(), SampleTraffic.events(10, 1));
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE FORMAT SET NUMBER = NUMBER + 1");
        }
        refused(Kind.NEWER_FORMAT, file());
    }

    @Test
    void openInAnotherProgram() throws IOException {
        CaptureFileTest.write(file(), SampleTraffic.events(10, 1));
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.lock();
            refused(Kind.IN_USE, file());
        }
        CaptureReader.open(file()).close();
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Files.writeString(file(), "mine");
        assertEquals(Kind.EXISTS, assertThrows(CaptureException.class,
                () -> CaptureFileTest.write(file(), List.of())).kind());
        assertEquals("mine", Files.readString(file()));
    }

    @Test
    void aDirectoryIsNoFileToSaveTo() {
        CaptureException refused = assertThrows(CaptureException.class,
                () -> CaptureFileTest.write(directory, List.of()));
        assertEquals(Kind.NAMES_DIRECTORY, refused.kind());
        assertEquals(directory + " is a folder. Name a file in it to save to.", refused.getMessage());
    }

    @Test
    void aDirectoryThatIsNotThere() {
        assertEquals(Kind.NO_FOLDER, assertThrows(CaptureException.class,
                () -> CaptureFileTest.write(directory.resolve("none/a.fourshake"), List.of())).kind());
    }

    /** The superuser may read everything; what the others meet is the exception, so that is tested as well. */
    @Test
    void noPermission() throws IOException {
        CaptureFileTest.write(file(), SampleTraffic.events(10, 1));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("---------"));
        if (!Files.isReadable(file())) {
            refused(Kind.NO_PERMISSION, file());
        }
        IOException denied = new IOException("Could not open", new AccessDeniedException(file().toString()));
        assertEquals(Kind.NO_PERMISSION, CaptureFailures.reading(file(), denied).kind());
        assertEquals(Kind.NO_PERMISSION, CaptureFailures.writing(file(), denied).kind());
    }

    @Test
    void theLargestFileThatTheSystemAllows() {
        CaptureException failure = CaptureFailures.writing(file(), new IOException("File too large"));
        assertEquals(Kind.LIMIT_REACHED, failure.kind());
        aSentence(failure);
    }

    /** Of an image or another file system that cannot grow the system says that no room is left, too. */
    @Test
    void whatIsReadOnlyIsNotCalledFull() throws IOException {
        Path file = Path.of("/proc/none.fourshake");
        assumeTrue(Files.isDirectory(file.getParent())
                && Files.getFileStore(file.getParent()).getUsableSpace() == 0, "no file system here without room");
        CaptureException failure = CaptureFailures.writing(file, new IOException("none: Read-only file system"));
        assertEquals(Kind.IO, failure.kind());
        assertTrue(failure.problem().text().contains("Read-only"), failure.problem()::text);
    }

    @Test
    void aFileWithoutWritePermissionIsRead() throws IOException {
        List<WireEvent> events = SampleTraffic.events(1000, 1);
        CaptureFileTest.write(file(), events);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        byte[] before = Files.readAllBytes(file());
        try (CaptureReader reader = CaptureReader.open(file())) {
            assertEquals(events, CaptureFileTest.all(reader));
        }
        assertTrue(Arrays.equals(before, Files.readAllBytes(file())), "reading changes nothing");
    }

    @Test
    void aDamagedBlockCostsNoOther() throws IOException, SQLException {
        List<WireEvent> events = SampleTraffic.events(30_000, 2);
        CaptureFileTest.write(file(), events);
        long first;
        long next;
        try (CaptureReader reader = CaptureReader.open(file())) {
            first = reader.chunk(0).next();
            next = reader.chunk(first).next();
        }
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE PART SET BYTES = X'010203' WHERE NUMBER = "
                    + "(SELECT FIRST_PART FROM BLOCK WHERE FIRST_EVENT = " + first + ")");
        }
        try (CaptureReader reader = CaptureReader.open(file())) {
            EventChunk lost = reader.chunk(first);
            assertEquals(next, lost.next());
            assertTrue(lost.problem().orElseThrow().text(Locale.ENGLISH).contains("damaged"));
            long frames = 0;
            for (WireEvent event : lost.events()) {
                frames += ((FramesMissed) event).frames();
            }
            assertEquals(next - first, frames, "what is missed is counted");
            assertEquals(events.subList(0, (int) first), reader.chunk(0).events());
            assertEquals(events.subList((int) next, (int) reader.chunk(next).next()), reader.chunk(next).events());
        }
    }

    @Test
    void aTruncatedFileIsReadAsFarAsItGoesOrRefused() throws IOException {
        List<WireEvent> events = SampleTraffic.events(20_000, 2);
        try (CaptureWriter writer = CaptureWriter.create(file(), CaptureInfo.now("0", ""))) {
            for (int i = 0; i < events.size(); i++) {
                writer.append(events.get(i));
                if (i % 500 == 0) {
                    writer.flush();
                }
            }
        }
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(5);
        int read = 0;
        for (int i = 0; i < 60; i++) {
            Path cut = directory.resolve("cut-" + i + ".fourshake");
            Files.write(cut, whole);
            try (RandomAccessFile access = new RandomAccessFile(cut.toFile(), "rw")) {
                access.setLength(1 + random.nextInt(whole.length - 1));
            }
            read += readableEvents(cut, events) > 0 ? 1 : 0;
        }
        assertTrue(read > 40, "most of the truncated files hold something: " + read);
    }

    @Test
    void aFileWithWrongBytesIsReadAsFarAsItGoesOrRefused() throws IOException {
        List<WireEvent> events = SampleTraffic.events(20_000, 2);
        CaptureFileTest.write(file(), events);
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 60; i++) {
            byte[] bytes = whole.clone();
            int from = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - from, 1 + random.nextInt(5000));
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, from, length);
            Path broken = directory.resolve("broken-" + i + ".fourshake");
            Files.write(broken, bytes);
            read += readableEvents(broken, events) > 0 ? 1 : 0;
        }
        assertTrue(read > 50, "most of the damaged files are read in part: " + read);
    }

    /** How many events can be read; each must be the one that was written under its number. */
    private static int readableEvents(Path file, List<WireEvent> written) {
        int readable = 0;
        try (CaptureReader reader = CaptureReader.open(file)) {
            for (long at = 0; at < reader.count();) {
                EventChunk chunk = reader.chunk(at);
                if (chunk.problem().isEmpty()) {
                    assertEquals(written.subList((int) at, (int) chunk.next()), chunk.events());
                    readable += chunk.events().size();
                }
                at = chunk.next();
            }
        } catch (CaptureException refused) {
            assertTrue(List.of(Kind.DAMAGED, Kind.NOT_A_CAPTURE, Kind.NEWER_FORMAT, Kind.EMPTY)
                    .contains(refused.kind()), () -> refused.kind() + " " + refused.getMessage());
            aSentence(refused);
        }
        return readable;
    }

    private static void refused(Kind kind, Path file) {
        CaptureException refused = assertThrows(CaptureException.class, () -> CaptureReader.open(file));
        assertEquals(kind, refused.kind(), () -> String.valueOf(refused.getCause()));
        aSentence(refused);
    }

    private static void aSentence(CaptureException refused) {
        String text = refused.problem().text(Locale.ENGLISH);
        assertTrue(text.endsWith("."), text);
        assertFalse(text.contains("Exception") || text.contains("org.h2"), text);
    }

    private Connection connect() throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", "sa");
        user.setProperty("password", "");
        CaptureDatabase.isOpen(file());
        return Driver.load().connect("jdbc:h2:" + CaptureFilePath.databaseName("fourshake", file()), user);
    }
}
