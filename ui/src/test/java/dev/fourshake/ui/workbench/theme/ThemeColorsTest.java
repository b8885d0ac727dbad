package dev.fourshake.ui.workbench.theme;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours' promises about contrast, in both themes (WCAG 2.1, success criteria 1.4.3 and 1.4.11). */
class ThemeColorsTest {

    private static final Set<ThemeColor> GROUNDS = EnumSet.of(ThemeColor.CANVAS, ThemeColor.BAND, ThemeColor.LANE_HEAD,
            ThemeColor.IN_FLIGHT, ThemeColor.ERROR_FILL, ThemeColor.WARNING_FILL, ThemeColor.HELD_FILL,
            ThemeColor.SELECTION, ThemeColor.HOVER, ThemeColor.MARK);
    private static final Set<ThemeColor> LINES = EnumSet.of(ThemeColor.LANE, ThemeColor.SELECTION_EDGE);
    private static final Set<ThemeColor> TEXTS = EnumSet.complementOf(EnumSet.of(ThemeColor.GRID,
            ThemeColor.TEXT_ON_FILL));

    static {
        TEXTS.removeAll(GROUNDS);
        TEXTS.removeAll(LINES);
    }

    private static ThemeColors colors(boolean dark) throws IOException {
        try (InputStream in = Themes.class.getResourceAsStream(dark ? "dark.css" : "light.css")) {
            return ThemeColors.parse(dark, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textCanBeReadOnBothGrounds(boolean dark) throws IOException {
        ThemeColors colors = colors(dark);
        assertAll(TEXTS.stream().map(text -> () -> {
            atLeast(4.5, colors, text, ThemeColor.CANVAS);
            atLeast(4.5, colors, text, ThemeColor.BAND);
        }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void plainTextCanBeReadOnEveryFill(boolean dark) throws IOException {
        ThemeColors colors = colors(dark);
        assertAll(GROUNDS.stream().map(ground -> () -> atLeast(4.5, colors, ThemeColor.TEXT, ground)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowKeepsItsColourWhenItIsSelected(boolean dark) throws IOException {
        ThemeColors colors = colors(dark);
        assertAll(TEXTS.stream().map(text -> () -> {
            atLeast(4.5, colors, text, ThemeColor.SELECTION);
            atLeast(4.5, colors, text, ThemeColor.HOVER);
        }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void linesCanBeSeenAndStrongColoursBearText(boolean dark) throws IOException {
        ThemeColors colors = colors(dark);
        assertAll(LINES.stream().map(line -> () -> atLeast(3, colors, line, ThemeColor.CANVAS)));
        assertAll(TEXTS.stream().filter(text -> text != ThemeColor.TEXT).map(fill ->
                () -> atLeast(4.5, colors, ThemeColor.TEXT_ON_FILL, fill)));
    }

    @Test
    void aSheetThatLeavesOutAColourIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ThemeColors.parse(false, ".root { -fs-lane: #123456; }"));
    }

    private static void atLeast(double wanted, ThemeColors colors, ThemeColor front, ThemeColor ground) {
        double light = luminance(colors.get(front));
        double other = luminance(colors.get(ground));
        double contrast = (Math.max(light, other) + 0.05) / (Math.min(light, other) + 0.05);
        assertTrue(contrast >= wanted, () -> "%s on %s: %.2f".formatted(front, ground, contrast));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
