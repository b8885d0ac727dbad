package dev.fourshake.app.payload.format;

import dev.fourshake.model.wire.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Quick looks at the beginning of a payload. */
final class Look {

    /** So many bytes are looked at. */
    static final int FAR = 4096;

    private Look() {
    }

    /** The first bytes, {@value #FAR} at most. */
    static Bytes head(Bytes payload) {
        return payload.slice(0, Math.min(FAR, payload.length()));
    }

    static boolean startsWith(Bytes payload, int at, String hex) {
        byte[] wanted = HexFormat.of().parseHex(hex);
        if (payload.length() < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (payload.at(at + i) != (wanted[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the beginning is UTF-8 without control characters other than white space. */
    static boolean isLegible(Bytes payload) {
        return isLegible(payload, StandardCharsets.UTF_8);
    }

    /** Whether the beginning is text of this character set, without control characters other than white space. */
    static boolean isLegible(Bytes payload, Charset charset) {
        ByteBuffer bytes = head(payload).asBuffer();
        CharBuffer chars = CharBuffer.allocate(FAR);
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        // A character that the look cuts in two is no fault.
        CoderResult result = decoder.decode(bytes, chars, payload.length() <= FAR);
        return !result.isError() && chars.flip().chars().noneMatch(Look::isControl);
    }

    private static boolean isControl(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7F;
    }

    /** The first byte from {@code from} on that is no white space (of ASCII), or -1. */
    static int firstVisible(Bytes payload, int from) {
        for (int i = from; i < Math.min(payload.length(), from + FAR); i++) {
            int value = payload.at(i);
            if (value != ' ' && value != '\t' && value != '\n' && value != '\r') {
                return i;
            }
        }
        return -1;
    }

    /**
     * The payload without the NUL bytes at its end: many a device sends the one that ends a string in C. All of it if
     * there is nothing else in it, or if there are NUL bytes before, as in UTF-16.
     */
    static Bytes withoutNuls(Bytes payload) {
        int end = payload.length();
        while (end > 0 && payload.at(end - 1) == 0) {
            end--;
        }
        for (int i = 0; i < Math.min(end, FAR); i++) {
            if (payload.at(i) == 0) {
                return payload;
            }
        }
        return end == 0 ? payload : payload.slice(0, end);
    }

    /** The last byte that is no white space (of ASCII), -1 if all are. */
    static int lastVisible(Bytes payload) {
        for (int i = payload.length() - 1; i >= 0; i--) {
            if (firstVisible(payload.slice(i, 1), 0) == 0) {
                return payload.at(i);
            }
        }
        return -1;
    }

    /** Behind a byte order mark of UTF-8. */
    static int afterMark(Bytes payload) {
        return startsWith(payload, 0, "efbbbf") ? 3 : 0;
    }
}
