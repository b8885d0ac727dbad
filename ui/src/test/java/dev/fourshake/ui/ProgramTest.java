package dev.fourshake.ui;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.workbench.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program in a window of 1280 × 800, with a folder of its own for the user's data. */
abstract class ProgramTest {

    @TempDir
    Path folder;

    final FxRobot robot = new FxRobot();
    Workspace workspace;
    Workbench workbench;
    DesktopParts parts;

    /** The window as it is when the program is called with a file: without the demonstration. */
    void openTheWindow() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        UserData data = new UserData(folder);
        workspace = new Workspace(data);
        robot.interact(() -> {
            workbench = new Workbench(data);
            parts = new DesktopParts(workbench, workspace);
            Stage stage = new Stage();
            stage.setWidth(1280);
            stage.setHeight(800);
            workbench.open(stage);
        });
    }

    /** The program as it is when it is called with nothing: with the demonstration. */
    void startTheProgram() throws TimeoutException {
        openTheWindow();
        robot.interact(() -> parts.opened(List.of()));
    }

    @AfterEach
    void endTheProgram() {
        robot.interact(workbench::close);
        workspace.close();
    }

    /** Waits until it is so; asked on the JavaFX thread. */
    void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> on(condition));
    }

    /** The answer, found on the JavaFX thread. */
    <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }
}
