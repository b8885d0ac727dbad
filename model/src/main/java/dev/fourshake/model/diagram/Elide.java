package dev.fourshake.model.diagram;

import java.util.function.ToDoubleFunction;

/** Shortens text in its middle: both ends of a topic or a client identifier tell it from its neighbours. */
public final class Elide {

    private static final String ELLIPSIS = "…";

    private Elide() {
    }

    /** At most {@code limit} UTF-16 units, of which one is the ellipsis; never a torn surrogate pair. */
    public static String middle(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        if (limit <= 1) {
            return limit <= 0 ? "" : ELLIPSIS;
        }
        int tail = (limit - 1) / 2;
        int head = limit - 1 - tail;
        int headEnd = Character.isHighSurrogate(text.charAt(head - 1)) ? head - 1 : head;
        int tailStart = text.length() - tail;
        if (tail > 0 && Character.isLowSurrogate(text.charAt(tailStart))) {
            tailStart++;
        }
        return text.substring(0, headEnd) + ELLIPSIS + text.substring(tailStart);
    }

    /** The longest shortening that is no wider than {@code width}; the ellipsis alone, or nothing, if none is. */
    public static String middle(String text, double width, ToDoubleFunction<String> measure) {
        double whole = measure.applyAsDouble(text);
        if (whole <= width) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        int guess = (int) (text.length() * width / whole);
        while (tooLong - fits > 1) {
            int limit = guess > fits && guess < tooLong ? guess : (fits + tooLong) / 2;
            guess = -1;
            if (measure.applyAsDouble(middle(text, limit)) <= width) {
                fits = limit;
            } else {
                tooLong = limit;
            }
        }
        return middle(text, fits);
    }
}
