package dev.fourshake.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.retained.RetainedView;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.file.Path;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusLineTest {

    @TempDir
    Path folder;

    @Test
    void aLongMessageLeavesTheFiguresWhole() throws Exception {
        try (ViewWindow window = new ViewWindow(folder)) {
            Label figure = new Label("12,345 rows");
            window.robot().interact(() -> window.workbench().statusLine().add(figure));
            window.with(RetainedView.ID, RetainedView::new).open(Dock.tabs(RetainedView.ID));
            window.robot().interact(() -> {
                window.workbench().statusLine().messageProperty().set("a long message ".repeat(50));
                figure.getScene().getRoot().layout();
            });
            assertEquals(window.on(() -> figure.prefWidth(-1)), window.on(figure::getWidth), 1);
        }
    }
}
