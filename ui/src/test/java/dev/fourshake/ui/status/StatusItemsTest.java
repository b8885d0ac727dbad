package dev.fourshake.ui.status;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.retained.RetainedView;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusItemsTest {

    @TempDir
    Path folder;

    /** The button that ends the opening of a large file stands to their left, and has to stay under the pointer. */
    @Test
    void theFiguresHaveTheirRoomBeforeTheyGrow() throws Exception {
        try (ViewWindow window = new ViewWindow(folder)) {
            window.on(() -> new StatusItems(window.workbench(), window.context()));
            window.with(RetainedView.ID, RetainedView::new).open(Dock.tabs(RetainedView.ID));
            for (List<String> figure : List.of(List.of("no rows", "1,000,000 rows"),
                    List.of("no problems", "99,999 problems"))) {
                Label label = window.robot().lookup(figure.getFirst()).query();
                double before = window.on(label::getWidth);
                double needed = window.on(() -> {
                    label.setMinWidth(0);
                    label.setText(figure.getLast());
                    return label.prefWidth(-1);
                });
                assertTrue(before >= needed, figure.getLast() + " needs " + needed + ", not " + before);
            }
        }
    }
}
