package dev.fourshake.model.diagram.paint;

import java.util.EnumMap;
import java.util.Map;

/** A colour, {@code 0xRRGGBB}, for each ink. */
public record Palette(Map<Ink, Integer> colors) {

    /** For white paper. The same colours as the window's light theme. */
    public static final Palette LIGHT = of(0xFFFFFF, 0xE3E7EC, 0x1F2328, 0x57606A, 0xFFFFFF, 0x8B949E, 0xEAEEF2,
            0xCFE2FB, 0x0A6A76, 0x59636E, 0x59636E, 0x59636E, 0x0550AE, 0x6639BA, 0x8A4600, 0xB3202C, 0x7A3FD0,
            0x9A2B7B, 0xB3202C, 0x835400, 0x0550AE, 0x116329, 0xFFE3E0, 0xFFE8D1, 0x0969DA);

    /** For a dark page. The same colours as the window's dark theme. */
    public static final Palette DARK = of(0x0D1117, 0x262D36, 0xE6EDF3, 0x9EA7B3, 0x0D1117, 0x6E7681, 0x21262D,
            0x1C3A5E, 0x56D4DD, 0x9EA7B3, 0x9EA7B3, 0x9EA7B3, 0x79C0FF, 0xD2A8FF, 0xFFA657, 0xFF8182, 0xBC8CFF,
            0xF778BA, 0xFF8182, 0xE3B341, 0x79C0FF, 0x56D364, 0x4B1A1F, 0x46290C, 0x58A6FF);

    public Palette {
        colors = new EnumMap<>(colors);
    }

    public int rgb(Ink ink) {
        return colors.get(ink);
    }

    /** One colour an ink, in the order of the inks. */
    private static Palette of(int... rgb) {
        Map<Ink, Integer> colors = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            colors.put(ink, rgb[ink.ordinal()]);
        }
        return new Palette(colors);
    }
}
