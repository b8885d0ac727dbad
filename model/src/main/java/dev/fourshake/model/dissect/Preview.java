package dev.fourshake.model.dissect;

import dev.fourshake.model.wire.Bytes;
import java.util.HexFormat;

/** The beginning of a value of any length, to be read by a person: as text where it is text, else in hexadecimal. */
public final class Preview {

    private static final int TEXT_BYTES = 256;
    private static final int HEX_BYTES = 32;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private Preview() {
    }

    /** A byte that is a code: {@code 0x8E}. */
    public static String code(int value) {
        return "0x" + HEX.toHexDigits((byte) value);
    }

    /** Some 250 bytes of a text, or some 30 others. */
    public static String of(Bytes bytes) {
        return isText(bytes) ? text(bytes) : hex(bytes);
    }

    /** Key of the message that says what the bytes are. */
    static String kind(Bytes bytes) {
        return bytes.isEmpty() ? "data.empty" : isText(bytes) ? "data.text" : "data.binary";
    }

    static String hex(Bytes bytes) {
        int shown = Math.min(bytes.length(), HEX_BYTES);
        return HEX.formatHex(bytes.slice(0, shown).toArray()) + (shown < bytes.length() ? " …" : "");
    }

    private static String text(Bytes bytes) {
        int shown = end(bytes);
        return bytes.utf8(0, shown) + (shown < bytes.length() ? "…" : "");
    }

    private static boolean isText(Bytes bytes) {
        int shown = end(bytes);
        if (Utf8.illFormedAt(bytes, 0, shown) >= 0) {
            return false;
        }
        for (int at = 0; at < shown; at++) {
            int value = bytes.at(at);
            if (value == 0x7F || value < 0x20 && value != '\t' && value != '\n' && value != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Where the shown beginning ends: not within a character. */
    private static int end(Bytes bytes) {
        if (bytes.length() <= TEXT_BYTES) {
            return bytes.length();
        }
        int end = TEXT_BYTES;
        while (end > TEXT_BYTES - 3 && (bytes.at(end) & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }
}
