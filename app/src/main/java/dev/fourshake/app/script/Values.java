package dev.fourshake.app.script;

import dev.fourshake.app.script.Piece.Scalar;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Single values of a script. Each method says at the value's place what could stand there. */
final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}|0[xX][0-9a-fA-F]{1,6}");

    private Values() {
    }

    /** {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}; a number alone is seconds. More than nothing. */
    static Duration duration(Scalar value) throws ScriptException {
        Matcher matcher = DURATION.matcher(value.text().strip());
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            Duration duration = switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                case null, default -> Duration.ofSeconds(count);
            };
            if (duration.isPositive()) {
                return duration;
            }
        }
        throw ScriptException.at(value.place(), "value.duration", value.text());
    }

    /** A number from {@code least} to {@code most}, in decimal digits or, behind 0x, in hexadecimal ones. */
    static int number(Scalar value, int least, int most) throws ScriptException {
        String text = value.text().strip();
        if (NUMBER.matcher(text).matches()) {
            int number = text.length() > 2 && Character.toLowerCase(text.charAt(1)) == 'x'
                    ? Integer.parseInt(text.substring(2), 16) : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw ScriptException.at(value.place(), "value.number", value.text(), least, most);
    }

    static PacketType type(Scalar value) throws ScriptException {
        Optional<PacketType> type = Arrays.stream(PacketType.values())
                .filter(each -> each.name().equalsIgnoreCase(value.text().strip()))
                .filter(Values::mayBeMet).findFirst();
        return type.orElseThrow(() -> ScriptException.at(value.place(), "value.choice", value.text(),
                Arrays.stream(PacketType.values()).filter(Values::mayBeMet).map(PacketType::name)
                        .collect(Collectors.joining(", "))));
    }

    /** Keep-alive always passes. */
    static boolean mayBeMet(PacketType type) {
        return type != PacketType.RESERVED && type != PacketType.PINGREQ && type != PacketType.PINGRESP;
    }

    static Direction direction(Scalar value) throws ScriptException {
        return choice(value, Direction.values(), Direction::code);
    }

    static <E extends Enum<E>> E choice(Scalar value, E[] constants) throws ScriptException {
        return choice(value, constants, each -> each.name().toLowerCase(Locale.ROOT));
    }

    private static <E> E choice(Scalar value, E[] all, Function<E, String> code)
            throws ScriptException {
        return Arrays.stream(all).filter(each -> code.apply(each).equalsIgnoreCase(value.text().strip())).findFirst()
                .orElseThrow(() -> ScriptException.at(value.place(), "value.choice", value.text(),
                        Arrays.stream(all).map(code).collect(Collectors.joining(", "))));
    }

    /** Hexadecimal digits, two a byte, with blanks between them as one likes. */
    static Bytes bytes(Scalar value) throws ScriptException {
        try {
            Bytes bytes = Bytes.ofHex(value.text().replaceAll("\\s", ""));
            if (!bytes.isEmpty()) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for no bytes at all.
        }
        throw ScriptException.at(value.place(), "value.bytes", value.text());
    }
}
