package dev.fourshake.model.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The field that was probably meant. */
final class Suggestion {

    private static final int SHORT = 5;

    private Suggestion() {
    }

    /** The nearest field; empty where none is near: a word of few letters is near to all other short words. */
    static Optional<String> of(String word, List<String> fields) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int near = wanted.length() <= SHORT ? 1 : 2;
        return fields.stream().filter(field -> Math.abs(field.length() - wanted.length()) <= near
                        && Math.min(field.length(), wanted.length()) > 1 && distance(field, wanted) <= near)
                .min(Comparator.comparingInt(field -> distance(field, wanted)));
    }

    /** How many letters have to be changed, added or left out, or changed with their neighbour. */
    private static int distance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int changed = table[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                table[i][j] = Math.min(changed, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[one.length()][other.length()];
    }
}
