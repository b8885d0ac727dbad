package dev.fourshake.ui.workbench.theme;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The colours of one theme as values. Read from the theme's style sheet, so that there is one place to change them.
 *
 * @param colors a colour for each {@link ThemeColor}
 */
public record ThemeColors(boolean dark, Map<ThemeColor, Color> colors) {

    private static final Pattern RULE = Pattern.compile("(?m)^\\s*(-fs-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6,8})\\s*;");

    public ThemeColors {
        colors = Map.copyOf(colors);
    }

    public Color get(ThemeColor color) {
        return colors.get(color);
    }

    /** @throws IllegalArgumentException if the sheet leaves one out */
    static ThemeColors parse(boolean dark, String styleSheet) {
        Map<String, Color> found = new java.util.HashMap<>();
        Matcher matcher = RULE.matcher(styleSheet);
        while (matcher.find()) {
            found.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        Map<ThemeColor, Color> colors = new EnumMap<>(ThemeColor.class);
        for (ThemeColor color : ThemeColor.values()) {
            Color value = found.get(color.css());
            if (value == null) {
                throw new IllegalArgumentException("style sheet without " + color.css());
            }
            colors.put(color, value);
        }
        return new ThemeColors(dark, colors);
    }
}
