package dev.fourshake.app.payload.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.fourshake.app.payload.PayloadNode.Kind;
import dev.fourshake.model.wire.Bytes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * What Jackson does not tell of CBOR, read from the first bytes of each value: simple values, undefined, byte strings
 * as keys, and the tags of values that are no groups, all in diagnostic notation (RFC 8949 section 8).
 */
final class CborTokens extends Tokens {

    private static final int BYTE_STRING = 2;
    private static final int TAG = 6;
    private static final int SIMPLE = 7;
    /** Of major type 7: from here on false, true, null, undefined, a simple value in the next byte, and floats. */
    private static final int FALSE = 20;
    private static final int UNDEFINED = 23;
    private static final int IN_NEXT_BYTE = 24;
    private static final int EPOCH = 1;
    /** Tags 2 to 5: large numbers and fractions, which Jackson has put together. */
    private static final int FIRST_OF_NUMBERS = 2;
    private static final int LAST_OF_NUMBERS = 5;
    private static final int SELF_DESCRIBED = 55_799;

    private final Bytes payload;

    CborTokens(JsonParser parser, TreeBuilder tree, Bytes payload) {
        super(parser, tree);
        this.payload = payload;
    }

    @Override
    String key(String name) {
        int at = start();
        return major(at) == BYTE_STRING
                ? "h'" + payload.slice(behindHead(at), Math.max(0, end() - behindHead(at))).hex() + "'" : name;
    }

    @Override
    void leaf(Kind kind, String value) {
        int at = start();
        StringBuilder tags = new StringBuilder();
        int open = 0;
        boolean isTime = false;
        for (; major(at) == TAG && behindHead(at) <= payload.length(); at = behindHead(at)) {
            long tag = argument(at);
            isTime = tag == EPOCH && kind == Kind.NUMBER;
            boolean isSaid = tag == SELF_DESCRIBED
                    || kind == Kind.NUMBER && tag >= FIRST_OF_NUMBERS && tag <= LAST_OF_NUMBERS;
            if (!isSaid) {
                tags.append(Long.toUnsignedString(tag)).append('(');
                open++;
            }
        }
        if (isSimple(at)) {
            super.leaf(Kind.LITERAL, tags + simple(at) + ")".repeat(open));
        } else if (open == 0) {
            super.leaf(kind, value);
        } else {
            StringBuilder text = new StringBuilder();
            if (kind == Kind.STRING) {
                TreeText.quote(text, value);
            } else {
                text.append(value);
            }
            super.leaf(Kind.LITERAL, tags.append(text).append(")".repeat(open)) + (isTime ? time(value) : ""));
        }
    }

    /** As a remark, which stands between strokes. */
    private static String time(String seconds) {
        try {
            BigDecimal exact = new BigDecimal(seconds);
            BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
            int nanos = exact.subtract(whole).movePointRight(9).intValue();
            return " / " + Instant.ofEpochSecond(whole.longValueExact(), nanos) + " /";
        } catch (NumberFormatException | ArithmeticException | DateTimeException _) {
            return "";
        }
    }

    /** Neither false, true, null nor a float. */
    private boolean isSimple(int at) {
        int low = major(at) == SIMPLE ? payload.at(at) & 0x1F : FALSE;
        return low < FALSE || low == UNDEFINED || low == IN_NEXT_BYTE;
    }

    private String simple(int at) {
        int low = payload.at(at) & 0x1F;
        return low == UNDEFINED ? "undefined" : "simple(" + argument(at) + ")";
    }

    private int major(int at) {
        return at >= 0 && at < payload.length() ? payload.at(at) >> 5 : -1;
    }

    /** Behind the first byte and the argument that follows it. */
    private int behindHead(int at) {
        int low = payload.at(at) & 0x1F;
        return at + 1 + (low >= IN_NEXT_BYTE && low <= IN_NEXT_BYTE + 3 ? 1 << low - IN_NEXT_BYTE : 0);
    }

    private long argument(int at) {
        long argument = 0;
        for (int i = at + 1; i < behindHead(at) && i < payload.length(); i++) {
            argument = argument << 8 | payload.at(i);
        }
        return behindHead(at) == at + 1 ? payload.at(at) & 0x1F : argument;
    }
}
