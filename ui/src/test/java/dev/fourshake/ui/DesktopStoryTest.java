package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.dissect.Field;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.selection.Selection;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job as a person does it: the whole window on the demonstration, real broker, tap and devices behind it. */
class DesktopStoryTest extends ProgramTest {

    @BeforeEach
    void start() throws TimeoutException {
        startTheProgram();
    }

    @Test
    void theDemonstrationIsWatchedLookedIntoAndTakenApart() {
        until(() -> !deliveries().isEmpty());
        int publish = deliveries().getFirst();

        // The list: choosing a packet shows its fields and bytes.
        TableView<Integer> packets = robot.lookup(".fs-packets").query();
        robot.interact(() -> packets.getSelectionModel().clearAndSelect(publish));
        TreeTableView<Field> fields = robot.lookup(".fs-fields").query();
        until(() -> fields.getRoot() != null && find(fields.getRoot(), "Topic Name") != null);

        // Fields and bytes agree: the field's bytes are those of the topic.
        TreeItem<Field> topic = on(() -> find(fields.getRoot(), "Topic Name"));
        robot.interact(() -> fields.getSelectionModel().select(topic));
        Selection.ByteRange chosen = (Selection.ByteRange) on(parts.context().selection()::get);
        assertEquals(publish, chosen.row());
        String bytes = trace().raw(publish).slice(chosen.offset(), chosen.length()).utf8();
        assertTrue(bytes.endsWith(trace().topic(publish)), bytes);

        // Choosing bytes marks their field: the first byte is the packet type and its flags.
        Node hex = robot.lookup(".fs-hex").query();
        Bounds area = on(() -> hex.localToScreen(hex.getBoundsInLocal()));
        robot.clickOn(area.getMinX() + 80, area.getMinY() + 8);
        until(() -> parts.context().selection().get() instanceof Selection.ByteRange(int row, int offset, int length)
                && row == publish && offset == 0 && length == 1);

        // The diagram: an arrow is chosen with the mouse, and the list and the packet follow.
        SequenceCanvas canvas = (SequenceCanvas) robot.lookup(SequenceCanvas.class::isInstance).query();
        Bounds diagram = on(() -> canvas.localToScreen(canvas.getBoundsInLocal()));
        robot.clickOn(diagram.getMinX() + diagram.getWidth() / 2, diagram.getMaxY() - 60);
        until(() -> parts.context().selection().get() instanceof Selection.Row(int row) && row != publish);
        int arrow = on(parts.context().selection()::get).rowChosen().orElseThrow();
        until(() -> packets.getSelectionModel().getSelectedItem() == arrow);
    }

    @Test
    void aHandshakeIsHeldAndSteppedToItsEndSavedOpenedAndReplayed() {
        until(() -> !deliveries().isEmpty());
        LiveTap tap = workspace.taps().getFirst();

        // Record: the tap is chosen in Connections, and Ctrl+R pressed.
        Node line = robot.lookup(".fs-connection .fs-name").match(hasText(tap.title())).query();
        robot.clickOn(line);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        until(tap::isRecording);

        // Hold: the next packets stay at the tap; F5 lets one go after the other.
        robot.clickOn(button("run-hold"));
        until(() -> !tap.tap().holds().held().isEmpty());
        int held = trace().heldRows().isEmpty() ? trace().rowCount() - 1 : trace().heldRows().getFirst();
        until(() -> {
            if (!tap.tap().holds().held().isEmpty()) {
                robot.push(KeyCode.F5);
            }
            return deliveries().stream().anyMatch(row -> row >= held && trace().fate(row) == Frame.Fate.HELD);
        });
        robot.clickOn(button("run-hold"));
        until(() -> tap.tap().holds().held().isEmpty());
        assertEquals(List.of(), trace().findings().stream().filter(f -> f.severity() == Severity.ERROR).toList());

        // Save: the capture is in the list when the recording has ended, and opens by a double click.
        robot.push(KeyCode.CONTROL, KeyCode.R);
        until(() -> !tap.isRecording() && tap.recording().orElseThrow().isOver());
        long saved = tap.recording().orElseThrow().events();
        until(() -> !captures().getItems().isEmpty());
        Node capture = robot.lookup(".fs-capture .fs-name").query();
        robot.doubleClickOn(capture);
        until(() -> shown() instanceof CaptureTrace && shown().snapshot().rowCount() == saved);
        TraceSnapshot opened = shown().snapshot();
        assertTrue(IntStream.range(0, opened.rowCount()).anyMatch(row -> opened.fate(row) == Frame.Fate.HELD
                && opened.releasedAt(row) >= 0), "what was held is told by the capture");
        TableView<Integer> packets = robot.lookup(".fs-packets").query();
        until(() -> packets.getItems().size() == saved);

        // Replay: it plays to its end, and steps back and forth, in the same views.
        robot.clickOn(button("captures-replay"));
        until(() -> shown() instanceof CaptureReplay);
        CaptureReplay replay = (CaptureReplay) shown();
        robot.interact(() -> replay.replay().pause());
        robot.interact(() -> replay.replay().seek(10));
        until(() -> packets.getItems().size() == 10);
        robot.clickOn(button("replay-stepForward"));
        until(() -> packets.getItems().size() > 10);
        int forward = on(() -> packets.getItems().size());
        robot.clickOn(button("replay-stepBack"));
        until(() -> packets.getItems().size() < forward);
    }

    // ------------------------------------------------------------------ helpers

    private OpenTrace shown() {
        return parts.context().shown().sourceProperty().get().orElse(null);
    }

    private ListView<?> captures() {
        return robot.lookup(".fs-captures").query();
    }

    /** The button of a command, in whichever toolbar it is seen. */
    private Node button(String command) {
        return robot.lookup("#" + command).match((Node node) -> node instanceof ButtonBase && node.isVisible()).query();
    }

    private static Predicate<Node> hasText(String text) {
        return node -> node instanceof Label label && text.equals(label.getText());
    }

    private TraceSnapshot trace() {
        return workspace.taps().stream().findFirst().map(LiveTap::snapshot).orElse(TraceSnapshot.EMPTY);
    }

    /** Rows of the PUBLISH packets of QoS 2 deliveries that are complete. */
    private List<Integer> deliveries() {
        TraceSnapshot now = trace();
        return IntStream.range(0, now.rowCount()).filter(row -> now.kind(row) == RowKind.PACKET
                && now.type(row) == PacketType.PUBLISH && (now.firstByte(row) & 0x06) == 0x04
                && now.exchange(now.exchangeId(row)).outcome() == Outcome.COMPLETE).boxed().toList();
    }

    private static TreeItem<Field> find(TreeItem<Field> item, String name) {
        if (item.getValue() != null && item.getValue().name().equals(name)) {
            return item;
        }
        for (TreeItem<Field> child : item.getChildren()) {
            TreeItem<Field> found = find(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
