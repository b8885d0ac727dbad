package dev.fourshake.app.payload.format;

import dev.fourshake.app.payload.Likelihood;
import dev.fourshake.app.payload.PayloadContext;
import dev.fourshake.app.payload.PayloadException;
import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadHints;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadNode.Kind;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One number: in digits, or 1, 2, 4 or 8 bytes long, with all that these may mean in both byte orders. Digits found by
 * looking are digits; where the user asked for numbers, they may be bytes by chance.
 */
public final class NumberFormat implements PayloadFormat {

    private static final Pattern DIGITS = Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*");
    private static final int LONGEST = 64;

    @Override
    public String id() {
        return "number";
    }

    @Override
    public Message name() {
        return Words.of("format.number");
    }

    @Override
    public Likelihood likelihood(PayloadHints hints, Bytes payload) {
        return Likelihood.SHAPE.when(isDigits(payload)).or(Likelihood.POSSIBLE.when(isBinary(payload)));
    }

    private static boolean isDigits(Bytes payload) {
        return payload.length() <= LONGEST && DIGITS.matcher(payload.utf8()).matches();
    }

    /** Whether it is as long as a number of a fixed length. */
    static boolean isBinary(Bytes payload) {
        return payload.length() > 0 && payload.length() <= 8 && Integer.bitCount(payload.length()) == 1;
    }

    @Override
    public Rendering render(Bytes payload, PayloadContext context) throws PayloadException {
        List<PayloadNode> readings = new ArrayList<>();
        if (isDigits(payload)) {
            readings.add(reading("text", payload.utf8().strip(), payload));
        }
        if (isBinary(payload) && (readings.isEmpty() || context.wanted())) {
            binary(payload, readings);
        }
        if (readings.isEmpty()) {
            throw Words.unreadable("number.none");
        }
        PayloadNode root = new PayloadNode(Kind.OBJECT, "", "{" + readings.size() + "}", 0, payload.length(), readings);
        String text = readings.size() == 1 ? readings.getFirst().value() : readings.stream()
                .map(each -> String.format("%-12s %s", each.name(), each.value()))
                .collect(Collectors.joining("\n"));
        return Rendering.tree(text, root, false);
    }

    private static void binary(Bytes payload, List<PayloadNode> readings) {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            String suffix = payload.length() == 1 ? "" : order == ByteOrder.BIG_ENDIAN ? " BE" : " LE";
            ByteBuffer bytes = payload.asBuffer().order(order);
            switch (payload.length()) {
                case 1 -> integers(bytes.get(0), bytes.get(0) & 0xFF, "8", readings, payload);
                case 2 -> integers(bytes.getShort(0), bytes.getShort(0) & 0xFFFF, "16" + suffix, readings, payload);
                case 4 -> {
                    integers(bytes.getInt(0), bytes.getInt(0) & 0xFFFF_FFFFL, "32" + suffix, readings, payload);
                    readings.add(reading("float32" + suffix, Float.toString(bytes.getFloat(0)), payload));
                }
                default -> {
                    readings.add(reading("int64" + suffix, Long.toString(bytes.getLong(0)), payload));
                    readings.add(reading("uint64" + suffix, Long.toUnsignedString(bytes.getLong(0)), payload));
                    readings.add(reading("float64" + suffix, Double.toString(bytes.getDouble(0)), payload));
                }
            }
            if (payload.length() == 1) {
                return;
            }
        }
    }

    private static void integers(long signed, long unsigned, String size, List<PayloadNode> readings, Bytes payload) {
        readings.add(reading("int" + size, Long.toString(signed), payload));
        readings.add(reading("uint" + size, Long.toString(unsigned), payload));
    }

    private static PayloadNode reading(String name, String value, Bytes payload) {
        return new PayloadNode(Kind.NUMBER, name, value, 0, payload.length(), List.of());
    }
}
