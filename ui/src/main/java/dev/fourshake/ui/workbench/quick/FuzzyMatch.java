package dev.fourshake.ui.workbench.quick;

import java.util.OptionalInt;

/**
 * Finds the letters of a query in a text, in order, with others between them. The better match has its letters at
 * the beginning of words and side by side: "rp" finds Reset Perspective before Carpet.
 */
final class FuzzyMatch {

    private static final int WORD_START = 8;
    private static final int ADJACENT = 9;
    private static final int HIT = 1;
    private static final int NONE = Integer.MIN_VALUE / 2;

    private FuzzyMatch() {
    }

    /** The greater the better; empty if {@code text} has not all letters of {@code query}. Blanks do not count. */
    static OptionalInt score(String query, String text) {
        int[] wanted = query.codePoints().filter(c -> !Character.isWhitespace(c)).map(Character::toLowerCase).toArray();
        int[] given = text.codePoints().toArray();
        // best[j]: the best score of the letters so far, the last of them at given[j].
        int[] best = new int[given.length];
        for (int i = 0; i < wanted.length; i++) {
            int[] next = new int[given.length];
            int before = i == 0 ? 0 : NONE;
            for (int j = 0; j < given.length; j++) {
                int adjacent = i > 0 && j > 0 ? best[j - 1] + ADJACENT : NONE;
                next[j] = Character.toLowerCase(given[j]) == wanted[i]
                        ? Math.max(before, adjacent) + HIT + (startsWord(given, j) ? WORD_START : 0) : NONE;
                before = i == 0 ? 0 : Math.max(before, best[j]);
            }
            best = next;
        }
        int score = wanted.length == 0 ? 0 : NONE;
        for (int value : best) {
            score = Math.max(score, value);
        }
        // A short text is a better match than a long one with the same letters.
        return score < 0 ? OptionalInt.empty() : OptionalInt.of(score * 100 - Math.min(given.length, 99));
    }

    private static boolean startsWord(int[] text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text[at - 1])
                || Character.isUpperCase(text[at]) && Character.isLowerCase(text[at - 1]);
    }
}
