package dev.fourshake.model.dissect;

import dev.fourshake.model.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packets written for people: hexadecimal digits; {@code 'text'} for its UTF-8; {@code s'text'} for the same behind a
 * two byte length; {@code ..} for the Remaining Length that fits; {@code #} to the end of the line is a comment.
 */
final class Octets {

    private static final Pattern TOKEN = Pattern.compile("\\s+|#[^\\n]*|(s?)'([^']*)'|([0-9A-Fa-f]{2})|(\\.\\.)");

    private Octets() {
    }

    static Bytes of(String notation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int lengthAt = -1;
        Matcher token = TOKEN.matcher(notation);
        int at = 0;
        while (token.find()) {
            if (token.start() != at) {
                break;
            }
            at = token.end();
            if (token.group(2) != null) {
                byte[] text = token.group(2).getBytes(StandardCharsets.UTF_8);
                if (!token.group(1).isEmpty()) {
                    bytes.write(text.length >> 8);
                    bytes.write(text.length);
                }
                bytes.writeBytes(text);
            } else if (token.group(3) != null) {
                bytes.write(HexFormat.fromHexDigits(token.group(3)));
            } else if (token.group(4) != null) {
                lengthAt = bytes.size();
            }
        }
        if (at != notation.length()) {
            throw new IllegalArgumentException("not understood: " + notation.substring(at));
        }
        return Bytes.of(lengthAt < 0 ? bytes.toByteArray() : withLength(bytes.toByteArray(), lengthAt));
    }

    private static byte[] withLength(byte[] bytes, int at) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(bytes, 0, at);
        int rest = bytes.length - at;
        do {
            whole.write(rest & 0x7F | (rest > 0x7F ? 0x80 : 0));
            rest >>= 7;
        } while (rest > 0);
        whole.write(bytes, at, bytes.length - at);
        return whole.toByteArray();
    }
}
