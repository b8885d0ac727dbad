package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The program starts where it ended, in the drill's perspective: what has nothing to do with one view works there, too.
 */
class EveryPerspectiveTest extends ProgramTest {

    @BeforeEach
    void start() throws TimeoutException, IOException {
        Files.writeString(folder.resolve("workbench.properties"), "format=1\nperspective=drill\n");
        startTheProgram();
        until(() -> !workspace.taps().isEmpty() && workbench.commands().find("connections.record")
                .filter(command -> workbench.commands().enabled(command).getValue()).isPresent());
        assertTrue(robot.lookup("#drill-cases").tryQuery().isPresent());
        assertTrue(robot.lookup(".fs-connections").tryQuery().isEmpty());
    }

    @Test
    void aTapIsMade() {
        press(KeyCode.T);
        until(() -> dialog("New Tap"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !dialog("New Tap"));
    }

    @Test
    void aClientIsMade() {
        press(KeyCode.N);
        until(() -> dialog("New Client"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !dialog("New Client"));
    }

    @Test
    void theShownTapIsRecorded() {
        press(KeyCode.R);
        until(() -> workspace.taps().getFirst().isRecording());
        press(KeyCode.R);
        until(() -> !workspace.taps().getFirst().isRecording());
    }

    private void press(KeyCode key) {
        robot.press(KeyCode.CONTROL).push(key).release(KeyCode.CONTROL);
    }

    private static boolean dialog(String title) {
        return Stage.getWindows().stream().anyMatch(window -> window instanceof Stage stage
                && stage.getScene().getRoot() instanceof DialogPane && title.equals(stage.getTitle()));
    }
}
