package dev.fourshake.app.cli;

import dev.fourshake.model.diagram.text.TextOptions;
import java.nio.charset.StandardCharsets;

/** What the terminal can show. */
final class Terminal {

    private static final int USUAL_WIDTH = 110;
    private static final int WIDEST = 160;

    private Terminal() {
    }

    /** Colour only on a terminal that wants it; plain letters where the terminal is not one for UTF-8. */
    static TextOptions options() {
        boolean interactive = System.console() != null && System.console().isTerminal();
        return TextOptions.plain(width())
                .withColor(interactive && System.getenv("NO_COLOR") == null
                        && !"dumb".equals(System.getenv("TERM")))
                .withUnicode(StandardCharsets.UTF_8.equals(System.out.charset()));
    }

    private static int width() {
        try {
            return Math.clamp(Integer.parseInt(System.getenv("COLUMNS")), TextOptions.LEAST_WIDTH, WIDEST);
        } catch (NumberFormatException _) {
            return USUAL_WIDTH;
        }
    }
}
