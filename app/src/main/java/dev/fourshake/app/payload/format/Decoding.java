package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.wire.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Bytes as text of a character set: what is not of it becomes U+FFFD, and is said. */
final class Decoding {

    private Decoding() {
    }

    static Rendering decode(Bytes payload, Charset charset, PayloadContext context) {
        int most = context.limits().characters();
        CharsetDecoder strict = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer bytes = payload.asBuffer();
        CharBuffer chars = CharBuffer.allocate((int) Math.min(most, 1L + payload.length()));
        boolean isCut = strict.decode(bytes, chars, true).isOverflow() && bytes.hasRemaining();
        String text = chars.flip().toString();
        Rendering rendering = Rendering.text(text, isCut);
        Bytes seen = payload.slice(0, payload.length() - bytes.remaining());
        int fault = firstFault(seen, charset, text);
        return fault < 0 ? rendering : rendering.noting(Words.fault("text.not", charset.displayName(), fault));
    }

    /** The same with what is said of NUL bytes that were left out at the end. */
    static Rendering notingNuls(Rendering rendering, int count) {
        return count == 0 ? rendering : rendering.noting(Words.fault("text.nuls", count));
    }

    /** Where the first byte stands that is not of the character set, -1 if all are. */
    static int firstFault(Bytes payload, Charset charset, String text) {
        if (text.indexOf('\uFFFD') < 0) {
            return -1;
        }
        CharsetDecoder strict = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = payload.asBuffer();
        boolean isError = strict.decode(bytes, CharBuffer.allocate(text.length() + 1), true).isError();
        return isError ? bytes.position() : -1;
    }
}
