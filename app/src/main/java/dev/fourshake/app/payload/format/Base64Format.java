package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 (RFC 4648), of both alphabets, with or without line breaks. What is inside is shown by looking again. */
public final class Base64Format implements PayloadFormat {

    /** Shorter ones are words more often than not. */
    private static final int SHORTEST = 16;

    @Override
    public String id() {
        return "base64";
    }

    @Override
    public Message name() {
        return Words.of("format.base64");
    }

    /** Many a word is Base64 by chance: what is inside has to make sense as well. */
    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        if (payload.length() < SHORTEST || payload.length() % 4 == 1
                && Look.head(payload).length() == payload.length()) {
            return Likelihood.NO;
        }
        Bytes head = Look.head(payload);
        Bytes whole = head.slice(0, head.length() / 4 * 4);
        try {
            Bytes inside = Bytes.of(decoded(head.length() == payload.length() ? head : whole));
            return Likelihood.SHAPE.when(!inside.isEmpty() && makesSense(inside));
        } catch (IllegalArgumentException _) {
            return Likelihood.NO;
        }
    }

    private static boolean makesSense(Bytes inside) {
        return Look.isLegible(inside) || ImageHeader.isKnown(inside) || Inflating.isGzip(inside)
                || Inflating.isZlib(inside);
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        if (!context.mayUnpack()) {
            throw Words.unreadable("packed.deep");
        }
        try {
            Bytes inside = Bytes.of(decoded(payload));
            ReadPayload view = context.inside(inside);
            return view.rendering().unpacked(Words.remark("base64.inside", inside.length(), view.format().name()));
        } catch (IllegalArgumentException broken) {
            throw Words.unreadable("base64.broken", Words.told(broken));
        }
    }

    private static byte[] decoded(Bytes payload) {
        String text = new String(payload.toArray(), StandardCharsets.ISO_8859_1).strip();
        if (text.indexOf('-') >= 0 || text.indexOf('_') >= 0) {
            return Base64.getUrlDecoder().decode(text);
        }
        return Base64.getDecoder().decode(text.replaceAll("\\r?\\n", ""));
    }
}
