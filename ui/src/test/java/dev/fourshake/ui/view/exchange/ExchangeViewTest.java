package dev.fourshake.ui.view.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class ExchangeViewTest {

    @TempDir
    Path folder;

    private final Press press = new Press(3_600);
    private ViewWindow window;
    private FxRobot robot;

    @BeforeEach
    void open() throws TimeoutException {
        window = new ViewWindow(folder).with(ExchangeView.ID, ExchangeView::new).open(Dock.tabs(ExchangeView.ID));
        robot = window.robot();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void show() {
        window.show(press::trace);
    }

    private void untilSeen(String text) {
        window.until(() -> robot.lookup((Node node) -> node instanceof Labeled label && text.equals(label.getText())
                && label.isVisible() && label.getParent().isVisible()).tryQuery().isPresent());
    }

    private void untilTold(String accessibleText) {
        window.until(() -> robot.lookup((Node node) -> accessibleText.equals(node.getAccessibleText())).tryQuery()
                .isPresent());
    }

    @Test
    void whereThereIsNothingItSaysWhenThereWillBe() {
        untilSeen(SheetText.TEXTS.get("empty"));
        show();
        untilSeen(SheetText.TEXTS.get("empty"));
        window.choose(new Selection.Row(0));
        untilSeen(SheetText.TEXTS.get("empty.row"));
        press.up(Press.publish());
        window.choose(null);
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
        assertEquals(new Selection.Row(publish), window.context().selection().get());
        robot.clickOn(SheetText.TEXTS.get("then.now"));
        untilTold("Broker, receiver: idle, now");
        assertEquals(new Selection.Exchange(1), window.context().selection().get());
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

    /** Both are at most 65,535 bytes long; whoever has a long name must not push the other side out of sight. */
    @Test
    void aLongNameAndALongTopicKeepTheViewInItsWidth() {
        Traces traces = new Traces();
        int device = traces.connect("c".repeat(60_000));
        traces.send(device, Traces.UP, Traces.publish(2, 7, "t".repeat(60_000)));
        window.show(traces::snapshot);
        window.until(() -> robot.lookup((Node node) -> node instanceof Labeled label && label.isVisible()
                && label.getText() != null && label.getText().startsWith("ttt")).tryQuery().isPresent());
        ScrollPane pane = robot.lookup((Node node) -> node instanceof SheetPane).query();
        window.until(() -> pane.getContent().getLayoutBounds().getWidth() <= pane.getViewportBounds().getWidth() + 1);
    }

    @Test
    void itIsCopiedAsText() {
        press.up(Press.publish());
        show();
        untilTold("press-4, sender: waits for PUBREC, now");
        robot.clickOn("press-4");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        window.until(() -> String.valueOf(Clipboard.getSystemClipboard().getString())
                .startsWith("QoS 2, exactly once"));
    }

    @Test
    void whatIsChosenElsewhereIsShownAtThatMoment() {
        press.up(Press.publish()).down(Press.pubrec(0));
        press.up(new Pingreq());
        show();
        window.choose(new Selection.ByteRange(3, 0, 1));
        untilTold("press-4, sender: waits for PUBREC, now");
        window.choose(new Selection.Row(5));
        untilSeen("PINGREQ");
    }
}
