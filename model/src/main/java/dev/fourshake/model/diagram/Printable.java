package dev.fourshake.model.diagram;

/** Makes text from the wire safe to print: a topic may hold anything, an escape sequence for terminals included. */
final class Printable {

    private Printable() {
    }

    /** The text with U+FFFD in the place of each control character, line break, direction mark and lone surrogate. */
    static String text(String wire) {
        if (wire.codePoints().allMatch(Printable::isPrintable)) {
            return wire;
        }
        StringBuilder safe = new StringBuilder();
        wire.codePoints().forEach(point -> safe.appendCodePoint(isPrintable(point) ? point : 0xFFFD));
        return safe.toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT -> false;
            default -> true;
        };
    }
}
