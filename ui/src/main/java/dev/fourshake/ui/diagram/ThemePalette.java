package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.ui.workbench.theme.ThemeColor;
import dev.fourshake.ui.workbench.theme.ThemeColors;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/** The window's colours as those of the diagram; they have the same names. */
public final class ThemePalette {

    private ThemePalette() {
    }

    public static Palette of(ThemeColors theme) {
        Map<Ink, Integer> colors = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            colors.put(ink, rgb(theme.get(ThemeColor.valueOf(ink.name()))));
        }
        return new Palette(colors);
    }

    private static int rgb(Color color) {
        return channel(color.getRed()) << 16 | channel(color.getGreen()) << 8 | channel(color.getBlue());
    }

    private static int channel(double value) {
        return (int) Math.round(value * 255);
    }
}
