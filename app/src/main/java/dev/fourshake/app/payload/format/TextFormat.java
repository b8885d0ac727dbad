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

    private static final String MARK = "\uFEFF";

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
                || isLegible(payload));
    }

    /** With NUL bytes at its end it may as well be a small number, if it is as long as one. */
    private static boolean isLegible(Bytes payload) {
        return Look.isLegible(payload)
                || !NumberFormat.isBinary(payload) && Look.isLegible(Look.withoutNuls(payload));
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) {
        Bytes said = Look.withoutNuls(payload);
        Rendering text = Decoding.notingNuls(Decoding.decode(said, StandardCharsets.UTF_8, context),
                payload.length() - said.length());
        return text.text().startsWith(MARK) ? new Rendering(text.text().substring(MARK.length()), text.tree(),
                text.image(), text.isCut(), text.notes()).noting(Words.remark("text.mark")) : text;
    }
}
