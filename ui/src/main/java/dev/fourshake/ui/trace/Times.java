package dev.fourshake.ui.trace;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as engineers read them: a fixed number of decimals where they stand in a column. */
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private Times() {
    }

    /** Seconds since another moment, with microseconds: {@code 12.004310}. */
    public static String relative(long nanos, long originNanos) {
        long micros = (nanos - originNanos) / 1_000;
        return String.format(Locale.ROOT, "%s%d.%06d", micros < 0 ? "-" : "", Math.abs(micros) / 1_000_000,
                Math.abs(micros) % 1_000_000);
    }

    /** The time of day here, with microseconds. */
    public static String clock(long nanos) {
        return CLOCK.format(instant(nanos).atZone(ZoneId.systemDefault()));
    }

    /** Date and time here, with microseconds. */
    public static String dateAndTime(long nanos) {
        return DATE.format(instant(nanos).atZone(ZoneId.systemDefault()));
    }

    /** A duration in the unit that leaves three significant digits: {@code 412 µs}, {@code 3.21 ms}, {@code 1.50 s}. */
    public static String duration(long nanos) {
        double value = Math.abs((double) nanos);
        String sign = nanos < 0 ? "−" : "";
        if (value < 1e3) {
            return sign + Math.abs(nanos) + " ns";
        } else if (value < 1e6) {
            return sign + digits(value / 1e3) + " µs";
        } else if (value < 1e9) {
            return sign + digits(value / 1e6) + " ms";
        } else if (value < 60e9) {
            return sign + digits(value / 1e9) + " s";
        }
        long seconds = Math.abs(nanos) / 1_000_000_000;
        return sign + (seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d h", seconds / 3_600, seconds / 60 % 60, seconds % 60));
    }

    /** How long something has lasted that still does, in whole seconds: {@code 7 s}, {@code 1:07 min}. */
    public static String age(long nanos) {
        long seconds = Math.max(0, nanos) / 1_000_000_000;
        return seconds < 60 ? seconds + " s" : duration(seconds * 1_000_000_000);
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
