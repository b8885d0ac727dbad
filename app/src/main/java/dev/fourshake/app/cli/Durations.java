package dev.fourshake.app.cli;

import dev.fourshake.model.text.Message;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they are written on the command line: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code PT30S}. */
final class Durations {

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");

    private Durations() {
    }

    static Duration parse(String text) {
        Matcher plain = PLAIN.matcher(text.strip());
        if (plain.matches()) {
            long count = Long.parseLong(plain.group(1));
            return switch (plain.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                case null, default -> Duration.ofSeconds(count);
            };
        }
        try {
            Duration duration = Duration.parse(text.strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // Said below, as for a time that is negative.
        }
        throw CommandFailure.wrongCall(Message.of(Durations.class, "duration.invalid", text));
    }
}
