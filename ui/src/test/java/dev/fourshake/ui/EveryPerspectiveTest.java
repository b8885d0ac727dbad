package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The program starts where it ended, in the drill's perspective: what has nothing to do with one view works there, too. */
class EveryPerspectiveTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Workspace workspace;
    private Workbench workbench;

    @BeforeEach
    void startTheProgram() throws TimeoutException, IOException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        Files.writeString(folder.resolve("workbench.properties"), "format=1\nperspective=drill\n");
        UserData data = new UserData(folder);
        workspace = new Workspace(data);
        robot.interact(() -> {
            workbench = new Workbench(data);
            DesktopParts parts = new DesktopParts(workbench, workspace);
            Stage stage = new Stage();
            stage.setWidth(1280);
            stage.setHeight(800);
            workbench.open(stage);
            parts.opened(List.of());
        });
        until(() -> !workspace.taps().isEmpty() && workbench.commands().find("connections.record")
                .filter(command -> workbench.commands().enabled(command).getValue()).isPresent());
        assertTrue(robot.lookup("#drill-cases").tryQuery().isPresent());
        assertTrue(robot.lookup(".fs-connections").tryQuery().isEmpty());
    }

    @AfterEach
    void endTheProgram() {
        robot.interact(workbench::close);
        workspace.close();
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

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }
}
