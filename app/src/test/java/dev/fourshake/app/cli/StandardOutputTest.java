package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    private static Optional<String> problemAfter(String failure) {
        StandardOutput output = new StandardOutput(new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException(failure);
            }
        });
        PrintWriter writer = output.writer();
        writer.println("half a document");
        writer.flush();
        return output.problem();
    }

    @Test
    void aFullDiskIsNotSwallowed() {
        assertEquals(Optional.of("No space left on device"), problemAfter("No space left on device"));
    }

    @Test
    void aReaderThatHasEnoughIsNoProblem() {
        assertEquals(Optional.empty(), problemAfter("Broken pipe"));
    }
}
