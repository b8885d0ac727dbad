package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;

/** Text in ISO 8859-1: each byte is a character. Only by the user's choice. */
public final class Latin1Format implements PayloadFormat {

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
        return Likelihood.NO;
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) {
        return Decoding.decode(payload, StandardCharsets.ISO_8859_1, context);
    }
}
