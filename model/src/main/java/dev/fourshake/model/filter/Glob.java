package dev.fourshake.model.filter;

/** A text in which each {@code *} stands for any characters. */
final class Glob {

    private final String[] pieces;

    Glob(String pattern) {
        pieces = pattern.split("\\*", -1);
    }

    boolean matches(String text) {
        if (pieces.length == 1) {
            return text.equals(pieces[0]);
        }
        int end = text.length() - pieces[pieces.length - 1].length();
        int at = pieces[0].length();
        if (end < at || !text.startsWith(pieces[0]) || !text.endsWith(pieces[pieces.length - 1])) {
            return false;
        }
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = text.indexOf(pieces[i], at);
            if (found < 0 || found + pieces[i].length() > end) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return true;
    }
}
