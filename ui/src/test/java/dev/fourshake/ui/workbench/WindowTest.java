package dev.fourshake.ui.workbench;

import dev.fourshake.app.data.UserData;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A workbench with the test views, used as a person would. */
abstract class WindowTest {

    @TempDir
    Path folder;

    final FxRobot robot = new FxRobot();
    Workbench workbench;
    Stage stage;

    @BeforeEach
    void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        open();
    }

    @AfterEach
    void stop() {
        close();
    }

    /** Starts with what the data folder holds. */
    void open() {
        robot.interact(() -> {
            stage = new Stage();
            workbench = TestViews.workbench(new UserData(folder));
            prepare(workbench);
            workbench.open(stage);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void prepare(Workbench made) {
    }

    void close() {
        robot.interact(() -> workbench.close());
        WaitForAsyncUtils.waitForFxEvents();
    }

    void restart() {
        close();
        open();
    }

    /** The tab of a view, wherever it is. */
    Node tab(String title) {
        return robot.lookup(".header").match((Node node) -> title.equals(node.getAccessibleText())
                && node.isVisible()).query();
    }

    boolean isOpen(String view) {
        return on(() -> workbench.dock().isOpen(view));
    }

    <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(10));
    }
}
