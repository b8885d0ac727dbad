package dev.fourshake.model.diagram.paint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for lines that carry meaning (1.4.11). */
class PaletteTest {

    static final List<Palette> PALETTES = List.of(Palette.LIGHT, Palette.DARK);

    @ParameterizedTest
    @FieldSource("PALETTES")
    void textCanBeRead(Palette palette) {
        Stream.of(Ink.TEXT, Ink.TEXT_MUTED, Ink.PACKET_SUBSCRIBE, Ink.PACKET_PING, Ink.PACKET_OPAQUE, Ink.QOS0,
                Ink.QOS1, Ink.QOS2, Ink.HELD, Ink.DROPPED, Ink.DUPLICATED, Ink.INJECTED, Ink.ERROR, Ink.WARNING,
                Ink.ADVICE, Ink.OK).forEach(ink -> {
                    atLeast(4.5, palette, ink, Ink.CANVAS);
                    atLeast(4.5, palette, Ink.TEXT_ON_FILL, ink);
                });
        Stream.of(Ink.CANVAS, Ink.LANE_HEAD).forEach(ground -> atLeast(4.5, palette, Ink.TEXT_MUTED, ground));
        Stream.of(Ink.ERROR, Ink.TEXT, Ink.TEXT_MUTED).forEach(ink -> atLeast(4.5, palette, ink, Ink.ERROR_FILL));
        atLeast(4.5, palette, Ink.HELD, Ink.HELD_FILL);
    }

    @ParameterizedTest
    @FieldSource("PALETTES")
    void linesCanBeSeen(Palette palette) {
        atLeast(3, palette, Ink.LANE, Ink.CANVAS);
        atLeast(3, palette, Ink.SELECTION_EDGE, Ink.CANVAS);
    }

    private static void atLeast(double wanted, Palette palette, Ink one, Ink other) {
        double a = luminance(palette.rgb(one));
        double b = luminance(palette.rgb(other));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertTrue(contrast >= wanted, one + " on " + other + ": " + contrast);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
