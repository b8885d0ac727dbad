package dev.fourshake.model.diagram;

/**
 * A length of time with three significant digits and the unit that suits it: {@code 850 ns}, {@code 12.3 µs},
 * {@code 1.24 ms}, {@code 2 min 5 s}. Written alike in every language, so that it can be pasted into a report.
 */
public final class Elapsed {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Elapsed() {
    }

    /** @param nanos negative where a clock was set back */
    public static String text(long nanos) {
        if (nanos < 0) {
            return "-" + text(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : -nanos);
        }
        if (nanos < MICRO) {
            return nanos + " ns";
        }
        if (rounds(nanos, MICRO) < 1000) {
            return scaled(nanos, MICRO, "µs");
        }
        if (rounds(nanos, MILLI) < 1000) {
            return scaled(nanos, MILLI, "ms");
        }
        if (rounds(nanos, SECOND) < 60) {
            return scaled(nanos, SECOND, "s");
        }
        if (nanos < HOUR) {
            return pair((nanos + SECOND / 2) / SECOND * SECOND, MINUTE, "min", SECOND, "s");
        }
        return nanos < DAY ? pair(nanos, HOUR, "h", MINUTE, "min") : pair(nanos, DAY, "d", HOUR, "h");
    }

    /** In units, rounded to three digits. */
    private static double rounds(long nanos, long unit) {
        double value = (double) nanos / unit;
        return value < 9.995 ? Math.rint(value * 100) / 100 : value < 99.95 ? Math.rint(value * 10) / 10
                : Math.rint(value);
    }

    private static String scaled(long nanos, long unit, String symbol) {
        double value = rounds(nanos, unit);
        return (value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value)) + " " + symbol;
    }

    private static String pair(long nanos, long unit, String symbol, long part, String partSymbol) {
        long rest = nanos % unit / part;
        return nanos / unit + " " + symbol + (rest == 0 ? "" : " " + rest + " " + partSymbol);
    }
}
