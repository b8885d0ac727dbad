package dev.fourshake.model.diagram.text;

/** How many columns of a terminal text takes. */
final class TerminalWidth {

    private TerminalWidth() {
    }

    static int of(String text) {
        return text.codePoints().map(TerminalWidth::of).sum();
    }

    /** 0, 1 or 2. */
    static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    /** East Asian Wide and Fullwidth (Unicode Standard Annex 11), and pictographs. */
    private static boolean isWide(int point) {
        return point >= 0x1100 && (point <= 0x115F || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3 || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6 || point >= 0x1F300 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD);
    }
}
