package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-16, with a byte order mark or else the most significant byte first. Without the mark only where the
 * Content Type says so, or the user.
 */
public final class Utf16Format implements PayloadFormat {

    @Override
    public String id() {
        return "text-utf16";
    }

    @Override
    public Message name() {
        return Words.of("format.utf16");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return Likelihood.CONTENT_TYPE.when(hints.isTextOf("utf-16"))
                .or(Likelihood.LEGIBLE.when(payload.length() >= 4
                        && (Look.startsWith(payload, 0, "feff") || Look.startsWith(payload, 0, "fffe"))
                        && Look.isLegible(payload, StandardCharsets.UTF_16)));
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) {
        return Decoding.decode(payload, StandardCharsets.UTF_16, context);
    }
}
