package dev.fourshake.ui.workbench.state;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** Keeps windows where the user can get hold of them, also after a screen was taken away. */
public final class Screens {

    private static final double TITLE = 30;

    private Screens() {
    }

    /** Whether the middle of the title bar is on a screen. */
    public static boolean isReachable(double x, double y, double width) {
        return !Screen.getScreensForRectangle(x + width / 4, y, width / 2, TITLE).isEmpty();
    }

    /** The same rectangle, moved and if need be made smaller so that it is all on one screen. */
    public static Rectangle2D inside(Rectangle2D window) {
        List<Screen> screens = Screen.getScreensForRectangle(window);
        Rectangle2D screen = (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
        double width = Math.min(window.getWidth(), screen.getWidth());
        double height = Math.min(window.getHeight(), screen.getHeight());
        return new Rectangle2D(Math.clamp(window.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(window.getMinY(), screen.getMinY(), screen.getMaxY() - height), width, height);
    }
}
