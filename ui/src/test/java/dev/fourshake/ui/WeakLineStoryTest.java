package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.ui.line.LineCommands;
import dev.fourshake.ui.workbench.command.Command;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person makes the line of the demonstration weak, sees that it is, and makes it perfect with one click. */
class WeakLineStoryTest extends ProgramTest {

    private LiveTap tap;

    @BeforeEach
    void start() throws TimeoutException {
        startTheProgram();
        until(() -> parts.context().shown().snapshot().rowCount() > 20);
        tap = workspace.taps().getFirst();
    }

    @Test
    void theLineIsMadeWeakSeenToBeSoAndMadePerfectWithOneClick() throws Exception {
        perform(LineCommands.QUALITY);
        until(() -> robot.lookup("#toBroker-latency").tryQuery().isPresent());
        write("#toBroker-latency", "30");
        write("#toBroker-jitter", "10");
        write("#toBroker-rate", "2 Mbit/s");
        write("#seed", "7");
        press("Apply");
        List<LineRule> rules = List.of(LineRule.parse("latency=30ms,jitter=10ms,rate=2Mbit/s,seed=7"));
        until(() -> tap.tap().lines().rules().equals(rules));

        until(() -> off().isVisible());
        assertEquals("Weak line: 30 ± 10 ms, 2 Mbit/s", on(off()::getText));
        until(() -> says(".fs-connection .fs-state", "weak line (30 ± 10 ms, 2 Mbit/s)"));
        until(() -> says(".fs-connection .fs-state", "online, weak line"));
        int before = rows();
        until(() -> rows() > before + 20 && parts.context().shown().snapshot().fate(rows() - 1) != Fate.PASSED);
        // What is late is not held by a breakpoint, and must not be told as if the user had to let it go.
        assertFalse(says(".status-item", "held"));

        robot.clickOn("#weak-line-off");
        until(() -> !tap.tap().lines().isWeak() && !off().isVisible());
        until(() -> !says(".fs-connection .fs-state", "weak line"));
        perform(LineCommands.WEAK);
        until(() -> tap.tap().lines().rules().equals(rules) && off().isVisible());
    }

    @Test
    void directionsDifferPresetsFillInAndMistakesAreSaid() throws Exception {
        perform(LineCommands.QUALITY);
        until(() -> robot.lookup("#toBroker-latency").tryQuery().isPresent());
        ComboBox<?> preset = robot.lookup("#preset").query();
        robot.interact(() -> preset.getSelectionModel().select(4));
        assertEquals("280", text("#toDevice-latency"));
        robot.interact(() -> robot.lookup("#same").<javafx.scene.control.CheckBox>query().setSelected(false));
        ComboBox<?> cut = robot.lookup("#toDevice-cut").query();
        robot.interact(() -> cut.getSelectionModel().select(3));
        write("#toDevice-cut-number", "120");
        press("Apply");
        until(() -> says(".fs-mistake", "percentage"));
        assertFalse(tap.tap().lines().isWeak());
        write("#toDevice-cut-number", "0.2");
        write("#toBroker-latency", "5");
        press("Apply");
        List<LineRule> rules = List.of(LineRule.parse("satellite,latency=5ms,c2s"),
                LineRule.parse("satellite,cut=0.2%,s2c"));
        until(() -> tap.tap().lines().rules().equals(rules));

        perform(LineCommands.QUALITY);
        until(() -> robot.lookup("#toBroker-latency").tryQuery().isPresent());
        assertEquals("5", text("#toBroker-latency"));
        assertEquals("280", text("#toDevice-latency"));
        assertEquals("0.2", text("#toDevice-cut-number"));
        press("Cancel");
    }

    /** The dialog of a command waits, so it is not waited for. */
    private void perform(Command command) {
        Platform.runLater(() -> workbench.commands().execute(command));
    }

    private void write(String field, String text) {
        robot.interact(() -> robot.lookup(field).<TextInputControl>query().setText(text));
    }

    private String text(String field) {
        return on(() -> robot.lookup(field).<TextInputControl>query().getText());
    }

    private void press(String button) {
        robot.clickOn((Node) robot.lookup((Node node) -> node instanceof Button each && button.equals(each.getText()))
                .query());
    }

    private Button off() {
        return robot.lookup("#weak-line-off").query();
    }

    private boolean says(String where, String words) {
        return robot.lookup(where).queryAllAs(Node.class).stream()
                .anyMatch(node -> node instanceof Label label && label.isVisible() && label.getText().contains(words));
    }

    private int rows() {
        return parts.context().shown().snapshot().rowCount();
    }
}
