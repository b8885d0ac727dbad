package dev.fourshake.app.importing;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A packet capture as the import tells it. */
record Imported(List<WireEvent> events, List<Message> problems) {

    static Imported of(byte[] file) {
        try {
            Path path = Files.createTempFile("import", ".pcap");
            try {
                Files.write(path, file);
                return of(path);
            } finally {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static Imported of(Path path) throws CaptureException {
        List<WireEvent> events = new ArrayList<>();
        try (PacketImport input = PacketImport.open(path)) {
            boolean more = true;
            while (more) {
                more = input.read(events);
            }
            return new Imported(events, input.problems());
        }
    }

    /** One line an event: {@code 1 > 100d…} is a packet to the broker, {@code 1 < ?…} opaque bytes to the client. */
    List<String> lines() {
        return events.stream().map(Imported::line).toList();
    }

    private static String line(WireEvent event) {
        return event.link() + switch (event) {
            case LinkOpened opened -> " opened " + opened.client() + " " + opened.broker()
                    + (opened.clientTls() ? " tls" : "");
            case Frame frame -> sign(frame.direction()) + (frame.opaque() ? "?" : "") + frame.raw().hex();
            case FramesMissed missed -> sign(missed.direction()) + "missed " + missed.bytes();
            case LinkEnded ended -> " " + ended.how() + " by " + ended.by()
                    + (ended.detail().isEmpty() ? "" : ": " + ended.detail());
            case FrameReleased _ -> " released";
        };
    }

    private static String sign(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? " > " : " < ";
    }
}
