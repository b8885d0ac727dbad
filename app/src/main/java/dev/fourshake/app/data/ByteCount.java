package dev.fourshake.app.data;

import java.util.Locale;

/** Sizes of files as people read them. */
public final class ByteCount {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private ByteCount() {
    }

    /** In the decimal unit that leaves at most three digits before the point: {@code 812 B}, {@code 2.4 MB}. */
    public static String text(long bytes) {
        double value = bytes;
        int unit = 0;
        // What would be rounded to 1000 belongs into the next unit.
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }
}
