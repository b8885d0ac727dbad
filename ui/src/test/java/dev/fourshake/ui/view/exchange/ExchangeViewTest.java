package dev.fourshake.ui.view.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.ShownTrace;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.selection.SelectionService;
import dev.fourshake.ui.workbench.view.Area;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ExchangeViewTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final Press press = new Press(3_600);
    private Workspace workspace;
    private Workbench workbench;
    private ViewContext context;

    /** A trace in memory. */
    private record InMemory(Press press) implements OpenTrace {
        @Override
        public String title() {
            return "in memory";
        }

        @Override
        public TraceSnapshot snapshot() {
            return press.trace();
        }

        @Override
        public void addListener(Runnable listener) {
        }

        @Override
        public void removeListener(Runnable listener) {
        }

        @Override
        public void close() {
        }
    }

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            UserData data = new UserData(folder);
            workspace = new Workspace(data);
            workbench = new Workbench(data);
            context = new ViewContext(new ShownTrace(workbench.pulse()), new SelectionService<>(), workspace);
            workbench.views().add(new ViewDescriptor(ExchangeView.ID, "Exchange", Feather.REPEAT, Area.CENTER,
                    site -> new ExchangeView(site, context)));
            workbench.add(new Perspective("p", "P", Feather.ACTIVITY, Layout.of(Dock.tabs(ExchangeView.ID))));
            workbench.open(new Stage());
        });
    }

    @AfterEach
    void close() {
        robot.interact(workbench::close);
        workspace.close();
    }

    private void show() {
        robot.interact(() -> context.shown().show(new InMemory(press)));
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(10))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    private void untilSeen(String text) {
        until(() -> robot.lookup((Node node) -> node instanceof Labeled label && text.equals(label.getText())
                && label.isVisible() && label.getParent().isVisible()).tryQuery().isPresent());
    }

    private void untilTold(String accessibleText) {
        until(() -> robot.lookup((Node node) -> accessibleText.equals(node.getAccessibleText())).tryQuery()
                .isPresent());
    }

    @Test
    void whereThereIsNothingItSaysWhenThereWillBe() {
        untilSeen(SheetText.TEXTS.get("empty"));
        show();
        untilSeen(SheetText.TEXTS.get("empty"));
        robot.interact(() -> context.selection().select(new Selection.Row(0), "another"));
        untilSeen(SheetText.TEXTS.get("empty.row"));
        press.up(Press.publish());
        robot.interact(() -> context.selection().select(null, "another"));
        untilTold("press-4, sender: waits for PUBREC, now");
    }

    @Test
    void choosingAStepGoesToItsMomentAndBack() {
        press.up(Press.publish()).down(Press.pubrec(0)).up(Press.pubrel()).down(Press.pubcomp());
        int publish = press.trace().rowCount() - 4;
        show();
        untilTold("Broker, receiver: idle, now");
        Node step = robot.lookup(".table-cell").match((Node cell) ->
                "PUBLISH →".equals(((TableCell<?, ?>) cell).getText())).query();
        robot.clickOn(step);
        untilTold("Broker, receiver: owes PUBREC, now");
        untilSeen(SheetText.TEXTS.get("then", Integer.toString(publish + 1)));
        assertEquals(new Selection.Row(publish), context.selection().get());
        robot.clickOn(SheetText.TEXTS.get("then.now"));
        untilTold("Broker, receiver: idle, now");
        assertEquals(new Selection.Exchange(1), context.selection().get());
    }

    @Test
    void theUserMaySupposeThatTheSessionIsLost() {
        press.up(Press.publish());
        show();
        untilSeen("The message is delivered exactly once: the receiver knows the Packet Identifier of the repeated "
                + "PUBLISH.");
        robot.clickOn("Session lost");
        untilSeen("Exactly once is broken: the receiver may have delivered the message or not, and the sender does "
                + "not know. Published anew, it may be delivered twice.");
        robot.clickOn("Session lost");
        assertTrue(robot.lookup("Session lost").<ToggleButton>query().isSelected());
    }

    @Test
    void itIsCopiedAsText() {
        press.up(Press.publish());
        show();
        untilTold("press-4, sender: waits for PUBREC, now");
        robot.clickOn("press-4");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        until(() -> String.valueOf(Clipboard.getSystemClipboard().getString()).startsWith("QoS 2, exactly once"));
    }

    @Test
    void whatIsChosenElsewhereIsShownAtThatMoment() {
        press.up(Press.publish()).down(Press.pubrec(0));
        press.up(new Pingreq());
        show();
        robot.interact(() -> context.selection().select(new Selection.ByteRange(3, 0, 1), "another"));
        untilTold("press-4, sender: waits for PUBREC, now");
        robot.interact(() -> context.selection().select(new Selection.Row(5), "another"));
        untilSeen("PINGREQ");
    }
}
