package dev.fourshake.app.client;

import dev.fourshake.app.client.ClientFailure.Kind;
import java.io.ByteArrayOutputStream;

/**
 * Reads bytes from hexadecimal text as it is found in mails, code and dumps: {@code 30 03 00 01}, {@code 0x30,0x03},
 * {@code 30:03-00_01}, over several lines. Digits between separators are bytes of two; a single digit between
 * separators is a byte.
 */
final class HexText {

    private static final String SEPARATORS = " \t\r\n,;:-_";

    private HexText() {
    }

    /** @throws ClientFailure that names the line and column of the first mistake, both counted from 1 */
    static byte[] parse(String text) throws ClientFailure {
        var bytes = new ByteArrayOutputStream(text.length() / 2);
        int index = 0;
        while (index < text.length()) {
            if (SEPARATORS.indexOf(text.charAt(index)) >= 0) {
                index++;
                continue;
            }
            int start = startsPrefix(text, index) ? index + 2 : index;
            int end = start;
            while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0 && !startsPrefix(text, end)) {
                if (Character.digit(text.charAt(end), 16) < 0) {
                    throw mistake("payload.hex.digit", text, end, String.valueOf(text.charAt(end)));
                }
                end++;
            }
            if (end == start) {
                throw mistake("payload.hex.prefix", text, index, text.substring(index, start));
            }
            if (end - start > 1 && (end - start) % 2 == 1) {
                throw mistake("payload.hex.odd", text, start, text.substring(start, end));
            }
            for (int at = start; at < end; at += 2) {
                bytes.write(Integer.parseInt(text, at, Math.min(at + 2, end), 16));
            }
            index = end;
        }
        return bytes.toByteArray();
    }

    private static boolean startsPrefix(String text, int index) {
        return text.startsWith("0x", index) || text.startsWith("0X", index);
    }

    private static ClientFailure mistake(String key, String text, int index, String what) {
        String before = text.substring(0, index);
        int line = (int) before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
        int column = index - before.lastIndexOf('\n');
        return ClientFailure.of(Kind.PAYLOAD, ClientFailure.text(key, line, column, what));
    }
}
