package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.state.Screens;
import dev.fourshake.ui.workbench.state.WindowBounds;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the main window where it was, if that is still on a screen, and follows it. */
final class StageBounds {

    /** At the first start: this much of the screen, and at least so many pixels where it has them. */
    private static final double SHARE = 0.8;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private WindowBounds normal;

    StageBounds(Stage stage, Optional<WindowBounds> saved, Runnable changed) {
        this.stage = stage;
        normal = saved
                .filter(bounds -> Screens.isReachable(bounds.x(), bounds.y(), bounds.width()))
                .orElseGet(StageBounds::initial);
        stage.setX(normal.x());
        stage.setY(normal.y());
        stage.setWidth(normal.width());
        stage.setHeight(normal.height());
        stage.setMinWidth(480);
        stage.setMinHeight(320);
        stage.setMaximized(saved.map(WindowBounds::maximized).orElse(false));
        for (ObservableValue<?> part : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(),
                stage.heightProperty(), stage.maximizedProperty())) {
            part.subscribe(_ -> {
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
        double width = Math.max(WIDTH, SHARE * screen.getWidth());
        double height = Math.max(HEIGHT, SHARE * screen.getHeight());
        Rectangle2D window = Screens.inside(new Rectangle2D(screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2, width, height));
        return new WindowBounds(window.getMinX(), window.getMinY(), window.getWidth(), window.getHeight(), false);
    }
}
