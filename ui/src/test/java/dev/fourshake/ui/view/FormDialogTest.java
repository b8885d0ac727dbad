package dev.fourshake.ui.view;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.view.retained.RetainedView;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class FormDialogTest {

    @TempDir
    Path folder;

    @Test
    void theButtonsStayInTheWindowWhenAFormGrows() throws Exception {
        try (ViewWindow window = new ViewWindow(folder)) {
            window.with(RetainedView.ID, RetainedView::new).open(Dock.tabs(RetainedView.ID));
            FxRobot robot = window.robot();
            Label fields = window.on(() -> new Label("\n".repeat(12)));
            robot.interact(() -> fields.setManaged(false));
            Platform.runLater(() -> FormDialog.ask(window.workbench().window(), "A form",
                    new VBox(new Label("a choice"), fields), "Do it", () -> "", _ -> { }, () -> { }));
            await().until(() -> robot.lookup("Do it").tryQuery().isPresent());
            robot.interact(() -> fields.setManaged(true));
            await().until(() -> window.on(() -> isInWindow(robot.lookup("Do it").query())));
            robot.clickOn("Do it");
            await().until(() -> robot.lookup("Do it").tryQuery().isEmpty());
        }
    }

    /** The button that accepts is pressed by Enter anyhow; with the focus on it a space would do so, too. */
    @Test
    void typingBeginsInTheFieldThatIsMeant() throws Exception {
        try (ViewWindow window = new ViewWindow(folder)) {
            window.with(RetainedView.ID, RetainedView::new).open(Dock.tabs(RetainedView.ID));
            FxRobot robot = window.robot();
            TextField second = window.on(TextField::new);
            VBox form = window.on(() -> new VBox(new TextField(), second));
            Platform.runLater(() -> FormDialog.ask(window.workbench().window(), "A form", form, "Do it",
                    second::getText, _ -> { }, second::requestFocus));
            await().until(() -> robot.lookup("Do it").tryQuery().isPresent());
            await().until(() -> window.on(() -> second.getScene().getWindow().isFocused()));
            robot.write("a b");
            await().until(() -> "a b".equals(second.getText()));
            Insets insets = window.on(form::getInsets);
            assertTrue(insets.getLeft() >= 12 && insets.getRight() >= 12, "it begins at the window's edge: " + insets);
            robot.push(KeyCode.ENTER);
            await().until(() -> robot.lookup("Do it").tryQuery().isEmpty());
        }
    }

    @Test
    void aMistakeOfMoreThanALineIsShownWhole() throws Exception {
        try (ViewWindow window = new ViewWindow(folder)) {
            window.with(RetainedView.ID, RetainedView::new).open(Dock.tabs(RetainedView.ID));
            FxRobot robot = window.robot();
            Label mistake = window.on(Label::new);
            VBox form = window.on(() -> new VBox(new TextField(), mistake));
            robot.interact(() -> {
                Forms.sayMistakesIn(mistake);
                form.setPrefWidth(300);
            });
            Platform.runLater(() -> FormDialog.ask(window.workbench().window(), "A form", form, "Do it", () -> {
                throw new FormMistake("What was typed in cannot be meant, and why is a long story. ".repeat(3).strip());
            }, mistake::setText, () -> { }));
            await().until(() -> robot.lookup("Do it").tryQuery().isPresent());
            robot.clickOn("Do it");
            await().until(() -> window.on(() -> !mistake.getText().isEmpty()
                    && mistake.getHeight() >= mistake.prefHeight(mistake.getWidth())
                    && isInWindow(robot.lookup("Do it").query())));
            robot.clickOn("Cancel");
            await().until(() -> robot.lookup("Do it").tryQuery().isEmpty());
        }
    }

    @Test
    void aMistakeBehindATabIsBroughtInSight() throws Exception {
        try (ViewWindow window = new ViewWindow(folder)) {
            window.with(RetainedView.ID, RetainedView::new).open(Dock.tabs(RetainedView.ID));
            FxRobot robot = window.robot();
            TextField behind = window.on(() -> new TextField("x"));
            TextField folded = window.on(() -> new TextField("x"));
            TabPane tabs = window.on(() -> new TabPane(new Tab("first", new TextField()),
                    new Tab("second", new VBox(behind))));
            TitledPane more = window.on(() -> new TitledPane("more", new VBox(folded)));
            robot.interact(() -> more.setExpanded(false));
            Platform.runLater(() -> FormDialog.ask(window.workbench().window(), "A form", new VBox(tabs, more), "Do it",
                    () -> FormMistake.number("One", behind, 0, 9) + FormMistake.number("Other", folded, 0, 9),
                    _ -> { }, () -> { }));
            await().until(() -> robot.lookup("Do it").tryQuery().isPresent());
            robot.clickOn("Do it");
            await().until(() -> window.on(() -> behind.isFocused() && tabs.getSelectionModel().isSelected(1)));
            robot.interact(() -> behind.setText("9"));
            robot.clickOn("Do it");
            await().until(() -> window.on(() -> folded.isFocused() && more.isExpanded()));
            robot.interact(() -> folded.setText("9"));
            robot.clickOn("Do it");
            await().until(() -> robot.lookup("Do it").tryQuery().isEmpty());
        }
    }

    private static boolean isInWindow(Node button) {
        Bounds bounds = button.localToScene(button.getLayoutBounds());
        return bounds.getMaxY() <= button.getScene().getHeight() && bounds.getHeight() > 0
                && button.getScene().getRoot().prefHeight(-1) <= button.getScene().getHeight() + 1;
    }
}
