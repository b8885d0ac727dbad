package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.state.WindowBounds;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the main window where it was, if that is still on a screen, and follows it. */
final class StageBounds {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private WindowBounds normal;

    StageBounds(Stage stage, Optional<WindowBounds> saved, Runnable changed) {
        this.stage = stage;
        normal = saved.filter(StageBounds::isOnScreen).orElseGet(StageBounds::initial);
        stage.setX(normal.x());
        stage.setY(normal.y());
        stage.setWidth(normal.width());
        stage.setHeight(normal.height());
        stage.setMinWidth(480);
        stage.setMinHeight(320);
        stage.setMaximized(saved.map(WindowBounds::maximized).orElse(false));
        for (ObservableValue<?> part : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(),
                stage.heightProperty(), stage.maximizedProperty())) {
            part.subscribe(() -> {
                follow();
                changed.run();
            });
        }
    }

    private void follow() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            normal = new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    WindowBounds get() {
        return new WindowBounds(normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized());
    }

    private static WindowBounds initial() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        return new WindowBounds(screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2, width, height, false);
    }

    /** Enough of it to get hold of. */
    private static boolean isOnScreen(WindowBounds bounds) {
        return !Screen.getScreensForRectangle(bounds.x() + bounds.width() / 4, bounds.y(), bounds.width() / 2, 30)
                .isEmpty();
    }
}
