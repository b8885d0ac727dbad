package dev.fourshake.app.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFileTest {

    @TempDir
    Path directory;

    @Test
    void itIsWrittenWholeWithItsFolder() throws IOException {
        KeptFile file = new KeptFile(directory.resolve("data").resolve("taps.json"));
        assertThrows(NoSuchFileException.class, file::read);
        file.write(new byte[] {1, 2, 3});
        file.write(new byte[] {4});
        assertArrayEquals(new byte[] {4}, file.read());
        assertFalse(Files.exists(directory.resolve("data").resolve("taps.json.part")));
    }

    @Test
    void theOldOneStaysWhereTheNewOneCannotBeWritten() throws IOException {
        KeptFile file = new KeptFile(directory.resolve("taps.json"));
        file.write(new byte[] {1});
        Files.createDirectory(directory.resolve("taps.json.part"));
        assertThrows(IOException.class, () -> file.write(new byte[] {2}));
        assertArrayEquals(new byte[] {1}, file.read());
    }

    @Test
    void whatIsNotUnderstoodIsKeptAside() throws IOException {
        KeptFile file = new KeptFile(directory.resolve("taps.json"));
        Files.writeString(file.aside(), "older");
        file.write(new byte[] {1});
        file.setAside();
        assertThrows(NoSuchFileException.class, file::read);
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(directory.resolve("taps.json.bak")));
    }

    @Test
    void theReasonIsTheSystemsAndNoNameOfAClass() {
        assertEquals("Read-only file system",
                KeptFile.reason(new FileSystemException("taps.json", null, "Read-only file system")));
        assertEquals("Permission denied", KeptFile.reason(new AccessDeniedException("taps.json")));
        assertEquals("No space left on device", KeptFile.reason(new IOException("No space left on device")));
    }
}
