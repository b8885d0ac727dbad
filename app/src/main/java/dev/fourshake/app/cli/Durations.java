package dev.fourshake.app.cli;

import dev.fourshake.model.text.Message;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as they are written on the command line: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code PT30S}.
 */
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

    /** A duration for people: {@code 12.3 s}, {@code 3:12 min}, {@code 1:02:03 h}. */
    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", Math.floor(duration.toMillis() / 100.0) / 10);
        } else if (seconds < 3_600) {
            return String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d:%02d h", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
