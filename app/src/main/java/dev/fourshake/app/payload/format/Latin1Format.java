package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text in ISO 8859-1: each byte is a character. The last that is thought of. */
public final class Latin1Format implements PayloadFormat {

    private static final List<String> NAMES = List.of("iso-8859-1", "latin1", "windows-1252");
    private static final int SHORTEST = 5;

    @Override
    public String id() {
        return "text-latin1";
    }

    @Override
    public Message name() {
        return Words.of("format.latin1");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return Likelihood.CONTENT_TYPE.when(NAMES.stream().anyMatch(hints::isTextOf))
                .or(Likelihood.POSSIBLE.when(isMostlyAscii(payload)));
    }

    /** Printable, and three of four bytes ASCII: what is packed or encrypted is not, but for very short ones. */
    private static boolean isMostlyAscii(Bytes payload) {
        Bytes head = Look.head(payload);
        int ascii = 0;
        for (int i = 0; i < head.length(); i++) {
            int value = head.at(i);
            if (value >= 0x80 && value < 0xA0) {
                return false;
            }
            ascii += value < 0x80 ? 1 : 0;
        }
        return head.length() >= SHORTEST && ascii * 4 >= head.length() * 3
                && Look.isLegible(head, StandardCharsets.ISO_8859_1);
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) {
        return Decoding.decode(payload, StandardCharsets.ISO_8859_1, context);
    }
}
