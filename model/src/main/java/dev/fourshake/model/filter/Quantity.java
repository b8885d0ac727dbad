package dev.fourshake.model.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit behind them, or without one: {@code 1.5MB}, {@code 90}, {@code 5min}. */
enum Quantity {
    /** Bytes, in decimal units as the lists show them. */
    BYTES(Map.of("", 1L, "b", 1L, "kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L, "tb", 1_000_000_000_000L)),
    /** Nanoseconds; what has no unit is seconds. */
    DURATION(Map.of("", 1_000_000_000L, "ns", 1L, "µs", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L,
            "m", 60_000_000_000L, "min", 60_000_000_000L, "h", 3_600_000_000_000L));

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*(\\p{L}*)");

    private final Map<String, Long> units;

    Quantity(Map<String, Long> units) {
        this.units = units;
    }

    /** In bytes, or in nanoseconds; what is too large for that is the largest there is. */
    long of(Token value) throws MistakeException {
        Matcher number = NUMBER.matcher(value.text());
        Long unit = number.matches() ? units.get(number.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new MistakeException(value, "quantity." + name().toLowerCase(Locale.ROOT), value.text());
        }
        return new BigDecimal(number.group(1)).multiply(BigDecimal.valueOf(unit)).setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
