package dev.fourshake.model.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;

/** Times: seconds since the trace began ({@code 12.5}), or the time of day where the user is ({@code 14:03:22.5}). */
record TimeOfDay(ZoneId zone) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_DAY = 24 * 3600 * NANOS_PER_SECOND;

    Predicate<Subject> condition(Operator operator, Token value) throws MistakeException {
        if (value.text().indexOf(':') > 0) {
            long wanted = clock(value);
            return subject -> operator.holds(Long.compare(nanosOfDay(subject.timeNanos()), wanted));
        }
        long wanted = seconds(value);
        return subject -> operator.holds(Long.compare(subject.sinceStartNanos(), wanted));
    }

    private static long clock(Token value) throws MistakeException {
        try {
            String text = value.text();
            return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text).toNanoOfDay();
        } catch (DateTimeParseException _) {
            throw new MistakeException(value, "time.invalid", value.text());
        }
    }

    private static long seconds(Token value) throws MistakeException {
        String text = value.text().endsWith("s") ? value.text().substring(0, value.text().length() - 1) : value.text();
        try {
            return new BigDecimal(text).movePointRight(9).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new MistakeException(value, "time.invalid", value.text());
        }
    }

    private long nanosOfDay(long timeNanos) {
        long second = Math.floorDiv(timeNanos, NANOS_PER_SECOND);
        long offset = zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds() * NANOS_PER_SECOND;
        return Math.floorMod(timeNanos + offset, NANOS_PER_DAY);
    }
}
