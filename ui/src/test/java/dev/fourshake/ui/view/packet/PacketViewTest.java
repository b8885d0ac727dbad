package dev.fourshake.ui.view.packet;

import static dev.fourshake.ui.view.ViewWindow.filterField;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.dissect.Field;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.testing.RequiresDisplay;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.packets.PacketsView;
import dev.fourshake.ui.view.sequence.SequenceView;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Filtering diagram and list by the value of a field. */
class PacketViewTest {

    @TempDir
    Path folder;

    private final TraceSnapshot trace = Traces.showcase();
    private final int publish = IntStream.range(0, trace.rowCount())
            .filter(row -> trace.type(row) == PacketType.PUBLISH && trace.packetId(row) == 7).findFirst().orElseThrow();
    private ViewWindow window;
    private FxRobot robot;
    private PacketsView packets;
    private SequenceView sequence;
    private PacketView packet;

    @BeforeEach
    void open() throws TimeoutException {
        window = new ViewWindow(folder)
                .with(PacketsView.ID, (site, context) -> packets = new PacketsView(site, context))
                .with(SequenceView.ID, (site, context) -> sequence = new SequenceView(site, context))
                .with(PacketView.ID, (site, context) -> packet = new PacketView(site, context))
                .open(Dock.above(0.4, Dock.beside(0.5, Dock.tabs(SequenceView.ID), Dock.tabs(PacketsView.ID)),
                        Dock.tabs(PacketView.ID)));
        robot = window.robot();
        window.show(() -> trace);
        window.choose(new Selection.Row(publish));
        window.until(() -> item("Topic Name").isPresent());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void onlyPacketsOfTheSameValueAreLeftInDiagramAndList() {
        choose("Topic Name");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.F).release(KeyCode.CONTROL, KeyCode.SHIFT);
        untilShown(IntStream.range(0, trace.rowCount()).filter(row -> trace.topic(row).equals(trace.topic(publish)))
                .toArray());
        choose("QoS");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.F).release(KeyCode.CONTROL, KeyCode.SHIFT);
        window.until(() -> filterField(sequence).getText().equals("topic = plant/press-4/state and qos = 1"));
        assertEquals(filterField(sequence).getText(), filterField(packets).getText());
    }

    @Test
    void packetsOfTheSameValueAreLeftOut() {
        choose("Control Packet Type");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.O).release(KeyCode.CONTROL, KeyCode.SHIFT);
        untilShown(IntStream.range(0, trace.rowCount()).filter(row -> trace.type(row) != PacketType.PUBLISH).toArray());
    }

    @Test
    void aFieldWithoutAWordSaysSo() {
        choose("Remaining Length");
        assertTrue(window.on(() -> menu("packet-filterBy").isDisable() && menu("packet-filterOut").isDisable()));
        assertEquals("Filters have no word for this value of Remaining Length",
                window.on(() -> menu("packet-filter-condition").getText()));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.F).release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals("", window.on(() -> filterField(packets).getText()));
    }

    @Test
    void aByteOfFlagsIsTheByteAndNotTheFirstOfItsFlags() {
        window.choose(new Selection.ByteRange(publish, 0, 1));
        window.until(() -> chosen().equals("Packet Type and Flags"));
        window.choose(new Selection.ByteRange(publish, 5, 1));
        window.until(() -> chosen().equals("UTF-8 Character Data"));
    }

    private String chosen() {
        TreeItem<Field> item = tree().getSelectionModel().getSelectedItem();
        return item == null ? "" : item.getValue().name();
    }

    /** A menu is a window of its own. */
    @Test
    @RequiresDisplay
    void theMenuOfAFieldFiltersByIt() {
        Node cell = robot.lookup(".tree-table-cell").match((Node node) ->
                "Packet Identifier".equals(((TreeTableCell<?, ?>) node).getText())).query();
        robot.clickOn(cell, MouseButton.SECONDARY).clickOn("#packet-filterBy");
        window.until(() -> filterField(packets).getText().equals("id = 7"));
    }

    private void untilShown(int... rows) {
        SequenceCanvas canvas = robot.lookup("#sequence-canvas").query();
        TableView<Integer> table = robot.from(packets.content()).lookup(".table-view").query();
        window.until(() -> table.getItems().equals(IntStream.of(rows).boxed().toList())
                && IntStream.range(0, canvas.rows().size()).map(canvas.rows()::row).boxed().toList()
                        .equals(table.getItems()));
    }

    private void choose(String field) {
        robot.interact(() -> {
            tree().requestFocus();
            tree().getSelectionModel().select(item(field).orElseThrow());
        });
    }

    private MenuItem menu(String id) {
        return tree().getContextMenu().getItems().stream().filter(item -> id.equals(item.getId())).findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TreeTableView<Field> tree() {
        return (TreeTableView<Field>) packet.content().lookup(".fs-fields");
    }

    private Optional<TreeItem<Field>> item(String name) {
        return Optional.ofNullable(tree()).map(TreeTableView::getRoot).flatMap(root -> item(root, name));
    }

    private static Optional<TreeItem<Field>> item(TreeItem<Field> item, String name) {
        return item.getValue() != null && item.getValue().name().equals(name) ? Optional.of(item)
                : item.getChildren().stream().flatMap(child -> item(child, name).stream()).findFirst();
    }
}
