package dev.fourshake.model.diagram.text;

import java.util.Arrays;

/** One line of text that is painted cell by cell; later paint covers earlier. */
final class TextLine {

    /** Second cell of a wide character. */
    private static final String COVERED = "";
    private static final String BLANK = " ";

    private final TextOptions options;
    private final String[] cells;
    private final Tint[] tints;

    TextLine(int width, TextOptions options) {
        this.options = options;
        this.cells = new String[width];
        this.tints = new Tint[width];
        Arrays.fill(cells, BLANK);
        Arrays.fill(tints, Tint.NONE);
    }

    /** Paints text from column {@code x} on; what lies outside the line is cut off. */
    void put(int x, String text, Tint tint) {
        int at = x;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            String cell = options.unicode() ? Character.toString(point) : ascii(point);
            int width = options.unicode() ? TerminalWidth.of(point) : cell.length();
            if (width == 0) {
                append(at - 1, cell);
            } else if (at >= 0 && at + width <= cells.length) {
                set(at, cell, tint);
                if (width == 2) {
                    set(at + 1, COVERED, tint);
                }
            }
            at += width;
        }
    }

    void put(int x, char c, Tint tint) {
        if (x >= 0 && x < cells.length) {
            set(x, String.valueOf(c), tint);
        }
    }

    /** Paints all cells from {@code from} on and before {@code to}. */
    void fill(int from, int to, char c, Tint tint) {
        for (int x = Math.max(0, from); x < Math.min(to, cells.length); x++) {
            set(x, String.valueOf(c), tint);
        }
    }

    private void set(int x, String cell, Tint tint) {
        cells[x] = cell;
        tints[x] = tint;
    }

    /** Adds a combining character to the cell before. */
    private void append(int x, String mark) {
        if (x >= 0 && x < cells.length) {
            cells[x] += mark;
        }
    }

    private static String ascii(int point) {
        return switch (point) {
            case '…' -> "~";
            case 'µ' -> "u";
            case '·' -> "-";
            default -> point < 0x7F ? Character.toString(point) : "?";
        };
    }

    /** The line without trailing blanks. */
    @Override
    public String toString() {
        int end = cells.length;
        while (end > 0 && cells[end - 1].equals(BLANK)) {
            end--;
        }
        StringBuilder line = new StringBuilder();
        Tint now = Tint.NONE;
        for (int x = 0; x < end; x++) {
            if (options.color() && tints[x] != now) {
                line.append(now == Tint.NONE ? "" : Tint.RESET).append(tints[x] == Tint.NONE ? "" : tints[x].start());
                now = tints[x];
            }
            line.append(cells[x]);
        }
        return now == Tint.NONE ? line.toString() : line.append(Tint.RESET).toString();
    }
}
