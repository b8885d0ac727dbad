package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.ui.workbench.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualContainerBase;
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

/** What is in sight when somebody starts the program for the first time, in a window of 1280 × 800. */
class FirstLookTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Workspace workspace;
    private Workbench workbench;
    private DesktopParts parts;

    @BeforeEach
    void startTheProgram() throws TimeoutException {
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
            parts.opened(List.of());
        });
        until(() -> parts.context().shown().snapshot().rowCount() > 20);
    }

    @AfterEach
    void endTheProgram() {
        robot.interact(workbench::close);
        workspace.close();
    }

    @Test
    void thePacketsListShowsWhoSentWhatAboutWhat() {
        TableView<?> table = robot.lookup(".fs-packets").query();
        Set<String> inSight = on(() -> {
            double right = 0;
            Set<String> whole = new HashSet<>();
            for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
                right += column.getWidth();
                if (right <= table.getWidth() - 14) {
                    whole.add(column.getId());
                }
            }
            return whole;
        });
        assertTrue(inSight.containsAll(Set.of("number", "time", "client", "direction", "kind", "packetId", "qos",
                "info", "payload")), "only " + inSight);
    }

    /** Whoever goes to a view by keys goes on by keys: an arrow key chooses something there. */
    @Test
    void aViewThatIsGoneToTakesTheArrowKeys() {
        for (String id : List.of("sessions", "retained", "problems", "held", "breakpoints", "packet", "packets")) {
            robot.interact(() -> workbench.showView(id));
            until(() -> focusOwner() instanceof Control control
                    && control.isFocusTraversable() && control.getSkin() instanceof VirtualContainerBase<?, ?>);
        }
        robot.interact(() -> workbench.showView("sessions"));
        until(() -> focusOwner() instanceof TableView<?> table && !table.getItems().isEmpty());
        robot.push(KeyCode.DOWN);
        until(() -> ((TableView<?>) focusOwner()).getSelectionModel().getSelectedIndex() == 0);
    }

    private Node focusOwner() {
        return workbench.window().getScene().getFocusOwner();
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    private <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }
}
