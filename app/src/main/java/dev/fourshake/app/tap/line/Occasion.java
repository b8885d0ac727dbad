package dev.fourshake.app.tap.line;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something befalls a weak line: at which of the packets that one side sends on one link, from 1. */
public sealed interface Occasion {

    /** At none. */
    record Never() implements Occasion {

        @Override
        public String toString() {
            return "never";
        }
    }

    /** At each packet whose number can be divided by {@code packets}; 1 is the very next one. */
    record Every(int packets) implements Occasion {

        public Every {
            if (packets < 1) {
                throw new IllegalArgumentException("every " + packets);
            }
        }

        @Override
        public String toString() {
            return "every " + packets;
        }
    }

    /**
     * At any packet, as the seed will have it.
     *
     * @param chance above 0, up to 1
     */
    record AtRandom(double chance) implements Occasion {

        public AtRandom {
            if (!(chance > 0 && chance <= 1)) {
                throw new IllegalArgumentException("chance " + chance);
            }
        }

        @Override
        public String toString() {
            return LineText.number(chance * 100) + "%";
        }
    }

    Pattern EVERY = Pattern.compile("every (\\d{1,9})");
    Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?) ?%");

    /**
     * {@code every 500}, {@code 0.2%} or {@code never}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static Occasion parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher every = EVERY.matcher(lower);
        Matcher percent = PERCENT.matcher(lower);
        if (every.matches()) {
            return new Every(Integer.parseInt(every.group(1)));
        } else if (percent.matches()) {
            return new AtRandom(Double.parseDouble(percent.group(1)) / 100);
        } else if (lower.equals("never")) {
            return new Never();
        }
        throw new IllegalArgumentException(text);
    }

    default boolean isNever() {
        return this instanceof Never;
    }

    /**
     * @param packet its number, from 1
     * @param dice   at random, from 0 to below 1
     */
    default boolean strikes(long packet, double dice) {
        return switch (this) {
            case Never _ -> false;
            case Every(int packets) -> packet % packets == 0;
            case AtRandom(double chance) -> dice < chance;
        };
    }
}
