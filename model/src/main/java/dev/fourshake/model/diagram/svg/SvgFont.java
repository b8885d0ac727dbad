package dev.fourshake.model.diagram.svg;

import dev.fourshake.model.diagram.paint.Face;

/**
 * How wide text will be about. The reader's font is not known, so this is on the wide side of the usual sans-serif
 * fonts: a gap that is a little too large is better than words that run into each other.
 */
final class SvgFont {

    private SvgFont() {
    }

    static double width(Face face, String text) {
        double ems = text.codePoints().mapToDouble(SvgFont::ems).sum();
        return ems * face.size() * (face.isBold() ? 1.1 : 1);
    }

    private static double ems(int point) {
        if (point > 0x2E80) {
            return 1;
        }
        return switch (point) {
            case 'i', 'j', 'l', 'I', '\'', '|', '.', ',', ':', ';', '!', ' ', '·' -> 0.36;
            case 'f', 't', 'r', '(', ')', '[', ']', '/', '\\', '-', '"' -> 0.43;
            case 'm', 'w', 'M', 'W', '@', '%' -> 0.97;
            default -> Character.isUpperCase(point) ? 0.73 : 0.64;
        };
    }
}
