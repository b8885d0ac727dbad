package dev.fourshake.fuzz;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.importing.PacketImport;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Any file is a packet capture that can be read to its end, or is refused with a sentence. */
public final class PcapTarget {

    private static final Path FILE = file();

    private PcapTarget() {
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzz", ".pcap");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILE, data);
        Trace trace = new Trace();
        try (PacketImport input = PacketImport.open(FILE)) {
            List<WireEvent> events = new ArrayList<>();
            boolean more;
            do {
                more = input.read(events);
                events.forEach(trace::append);
                events.clear();
            } while (more);
            input.problems().forEach(PcapTarget::sentence);
            Promise.hold(input.position() <= input.total(), "no more is read than there is");
        } catch (CaptureException refused) {
            sentence(refused.problem());
        }
        trace.publish();
    }

    private static void sentence(Message message) {
        Promise.hold(!message.text().startsWith(message.key()), "what is wrong has a sentence: " + message.key());
    }
}
