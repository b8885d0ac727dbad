package dev.fourshake.model.diagram.text;

import java.time.ZoneId;
import java.util.Locale;

/**
 * How a diagram is written.
 *
 * @param width     columns that there are; with more lifelines than fit, all clients share one
 * @param unicode   box drawing; else plain ASCII
 * @param color     ANSI colours, for a terminal that shows them
 * @param headEvery after how many rows the heads are repeated; 0 for never
 * @param zone      in which times of day are written
 */
public record TextOptions(int width, boolean unicode, boolean color, int headEvery, Locale locale, ZoneId zone) {

    /** The narrowest that can be read. */
    public static final int LEAST_WIDTH = 80;

    public TextOptions {
        width = Math.max(width, LEAST_WIDTH);
    }

    /** Box drawing without colours, in the user's language and time zone. */
    public static TextOptions plain(int width) {
        return new TextOptions(width, true, false, 50, Locale.getDefault(Locale.Category.DISPLAY),
                ZoneId.systemDefault());
    }

    public TextOptions withColor(boolean on) {
        return new TextOptions(width, unicode, on, headEvery, locale, zone);
    }

    public TextOptions withUnicode(boolean on) {
        return new TextOptions(width, on, color, headEvery, locale, zone);
    }
}
