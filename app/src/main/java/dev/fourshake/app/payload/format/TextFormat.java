package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8. */
public final class TextFormat implements PayloadFormat {

    @Override
    public String id() {
        return "text";
    }

    @Override
    public Message name() {
        return Words.of("format.text");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        // "text/…" says no more than that it is legible: the looks of JSON, say, tell more.
        return Likelihood.LEGIBLE.when(hints.saidUtf8() || hints.mediaType().startsWith("text/")
                || Look.isLegible(payload));
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) {
        return Decoding.decode(payload, StandardCharsets.UTF_8, context);
    }
}
