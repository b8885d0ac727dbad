package dev.fourshake.model.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The field that was probably meant. */
final class Suggestion {

    private static final int NEAR = 2;

    private Suggestion() {
    }

    /** The nearest field, or all of them where none is near. */
    static String of(String word, List<String> fields) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return fields.stream().filter(field -> distance(field, wanted) <= NEAR)
                .min(Comparator.comparingInt(field -> distance(field, wanted))).orElse(String.join(", ", fields));
    }

    /** How many letters have to be changed, added or left out. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
