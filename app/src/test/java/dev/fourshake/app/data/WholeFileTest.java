package dev.fourshake.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsCutShortLeavesTheEarlierFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("drill.json"), "the earlier one");
        IOException told = assertThrows(IOException.class, () -> WholeFile.write(file, WholeFileTest::breakOff));
        assertEquals("No space left on device", told.getMessage());
        assertEquals("the earlier one", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void whatIsCutShortLeavesNothingWhereNothingWas() throws IOException {
        assertThrows(IOException.class, () -> WholeFile.write(folder.resolve("new.json"), WholeFileTest::breakOff));
        assertEquals(List.of(), files());
    }

    @Test
    void whatIsWholeTakesThePlaceOfTheEarlierOneWhereALinkLeadsTo() throws IOException {
        Path file = Files.writeString(folder.resolve("2026-11.json"), "the earlier one");
        Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file.getFileName());
        WholeFile.write(link, out -> out.write("whole".getBytes(StandardCharsets.UTF_8)));
        assertEquals("whole", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
    }

    /** A report may go to another program: {@code --html >(gzip)}. */
    @Test
    void aDeviceIsWrittenToAsItIs() throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.isWritable(device), "no device here that is full");
        assertThrows(IOException.class, () -> WholeFile.write(device, out -> out.write(new byte[10])));
        assertTrue(Files.exists(device));
    }

    private static void breakOff(OutputStream out) throws IOException {
        out.write(new byte[100_000]);
        throw new IOException("No space left on device");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
