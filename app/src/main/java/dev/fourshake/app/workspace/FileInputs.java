package dev.fourshake.app.workspace;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.importing.PacketImport;
import dev.fourshake.app.pcap.PacketFile;
import dev.fourshake.app.replay.CaptureInput;
import dev.fourshake.app.trace.TraceInput;
import java.nio.file.Path;

/** Opens whatever can be read into a trace: what is in a file decides, not its name. */
public final class FileInputs {

    private FileInputs() {
    }

    /** @throws CaptureException if the file is nothing of that kind, or cannot be read */
    public static TraceInput open(Path file) throws CaptureException {
        return PacketFile.isOne(file) ? PacketImport.open(file) : CaptureInput.open(file);
    }
}
