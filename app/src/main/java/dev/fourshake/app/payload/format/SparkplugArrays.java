package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadNode.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** The arrays of Sparkplug B, which are packed into bytes, the least significant first (section 6.4.17). */
final class SparkplugArrays {

    private static final String BEGIN = "h'";
    /** A longer one stays bytes. */
    private static final int MOST = 1000;

    private SparkplugArrays() {
    }

    /** The entries of a field of bytes; the field itself where the type is no array or the bytes do not fit. */
    static PayloadNode read(PayloadNode field, SparkplugType type) {
        String digits = field.value();
        if (!digits.startsWith(BEGIN) || !digits.endsWith("'")) {
            return field;
        }
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(digits, BEGIN.length(), digits.length() - 1))
                .order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case INT8_ARRAY -> numbers(field, bytes, 1, each -> Byte.toString(each.get()));
            case UINT8_ARRAY -> numbers(field, bytes, 1, each -> Integer.toString(each.get() & 0xFF));
            case INT16_ARRAY -> numbers(field, bytes, 2, each -> Short.toString(each.getShort()));
            case UINT16_ARRAY -> numbers(field, bytes, 2, each -> Integer.toString(each.getShort() & 0xFFFF));
            case INT32_ARRAY -> numbers(field, bytes, 4, each -> Integer.toString(each.getInt()));
            case UINT32_ARRAY -> numbers(field, bytes, 4, each -> Integer.toUnsignedString(each.getInt()));
            case INT64_ARRAY -> numbers(field, bytes, 8, each -> Long.toString(each.getLong()));
            case UINT64_ARRAY -> numbers(field, bytes, 8, each -> Long.toUnsignedString(each.getLong()));
            case FLOAT_ARRAY -> numbers(field, bytes, 4, each -> Float.toString(each.getFloat()));
            case DOUBLE_ARRAY -> numbers(field, bytes, 8, each -> Double.toString(each.getDouble()));
            case DATE_TIME_ARRAY -> entries(field, bytes, 8, Kind.STRING,
                    each -> SparkplugType.time(Long.toString(each.getLong())));
            case BOOLEAN_ARRAY -> booleans(field, bytes);
            case STRING_ARRAY -> strings(field, bytes);
            default -> field;
        };
    }

    private static PayloadNode numbers(PayloadNode field, ByteBuffer bytes, int size,
            Function<ByteBuffer, String> reading) {
        return entries(field, bytes, size, Kind.NUMBER, reading);
    }

    private static PayloadNode entries(PayloadNode field, ByteBuffer bytes, int size, Kind kind,
            Function<ByteBuffer, String> reading) {
        if (bytes.remaining() % size != 0 || bytes.remaining() / size > MOST) {
            return field;
        }
        List<String> read = new ArrayList<>();
        while (bytes.hasRemaining()) {
            read.add(reading.apply(bytes));
        }
        return array(field, kind, read);
    }

    /** How many there are, then a bit each, the most significant first. */
    private static PayloadNode booleans(PayloadNode field, ByteBuffer bytes) {
        int count = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
        if (count < 0 || count > MOST || (count + 7L) / 8 != bytes.remaining()) {
            return field;
        }
        List<String> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(Boolean.toString((bytes.get(bytes.position() + i / 8) >> 7 - i % 8 & 1) == 1));
        }
        return array(field, Kind.LITERAL, read);
    }

    /** Each ends with a NUL byte. */
    private static PayloadNode strings(PayloadNode field, ByteBuffer bytes) {
        String all = StandardCharsets.UTF_8.decode(bytes).toString();
        if (!all.isEmpty() && !all.endsWith("\0") || all.chars().filter(each -> each == 0).count() > MOST) {
            return field;
        }
        return array(field, Kind.STRING, all.isEmpty() ? List.of() : List.of(all.substring(0, all.length() - 1)
                .split("\0", -1)));
    }

    private static PayloadNode array(PayloadNode field, Kind kind, List<String> values) {
        List<PayloadNode> entries = new ArrayList<>();
        values.forEach(value -> entries.add(PayloadNode.leaf(kind, Integer.toString(entries.size()), value)));
        return new PayloadNode(Kind.ARRAY, field.name(), "[" + entries.size() + "]", field.offset(), field.length(),
                entries);
    }
}
