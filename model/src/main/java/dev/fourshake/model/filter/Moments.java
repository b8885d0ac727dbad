package dev.fourshake.model.filter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Days and times where the user is. What is written is as long as it is exact: {@code 2026-11-27} is the whole day,
 * {@code 2026-11-27T14:03} that minute, {@code 14:03:22} that second of any day. Later than it is what comes after its
 * end.
 */
record Moments(ZoneId zone) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** From a moment until just before another. */
    private record Span<C extends Comparable<? super C>>(C from, C to) {

        boolean holds(Operator operator, C moment) {
            boolean begun = moment.compareTo(from) >= 0;
            boolean over = moment.compareTo(to) >= 0;
            return switch (operator) {
                case EQUAL -> begun && !over;
                case NOT_EQUAL -> !begun || over;
                case LESS -> !begun;
                case LESS_OR_EQUAL -> !over;
                case GREATER -> over;
                case GREATER_OR_EQUAL -> begun;
                case MATCHES, CONTAINS -> false;
            };
        }
    }

    <S> Predicate<S> condition(Operator operator, Token value, ToLongFunction<S> nanos) throws MistakeException {
        String text = value.text();
        try {
            if (text.indexOf('-') > 0) {
                Span<Instant> span = text.indexOf('T') > 0 ? moment(text) : day(LocalDate.parse(text));
                return subject -> span.holds(operator, instant(nanos.applyAsLong(subject)));
            }
            Span<Duration> span = timeOfDay(text);
            return subject -> span.holds(operator, sinceMidnight(instant(nanos.applyAsLong(subject))));
        } catch (DateTimeParseException _) {
            throw new MistakeException(value, "moment.invalid", text);
        }
    }

    private Span<Instant> day(LocalDate day) {
        return new Span<>(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Span<Instant> moment(String text) {
        ZonedDateTime from = LocalDateTime.parse(text).atZone(zone);
        return new Span<>(from.toInstant(), from.plus(exact(text)).toInstant());
    }

    private static Span<Duration> timeOfDay(String text) {
        LocalTime time = LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
        Duration from = Duration.ofNanos(time.toNanoOfDay());
        return new Span<>(from, from.plus(exact(text)));
    }

    private static Duration exact(String text) {
        return text.indexOf(':') == text.lastIndexOf(':') ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
    }

    private Duration sinceMidnight(Instant moment) {
        return Duration.ofNanos(moment.atZone(zone).toLocalTime().toNanoOfDay());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
