package dev.fourshake.ui.view.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class PacketsViewTest {

    @TempDir
    Path folder;

    private final Traces traces = new Traces();
    private ViewWindow window;
    private FxRobot robot;
    private PacketsView view;

    @BeforeEach
    void open() throws TimeoutException {
        traces.connect("press-4");
        window = new ViewWindow(folder).with(PacketsView.ID, (site, context) -> view = new PacketsView(site, context))
                .open(Dock.tabs(PacketsView.ID));
        robot = window.robot();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aMessageShowsWhatItCarriesAsTextOrInHexadecimalDigits() {
        publish("{\"t\":\n 21.5}".getBytes(StandardCharsets.UTF_8));
        publish(new byte[] {0x00, (byte) 0xCA, (byte) 0xFE});
        publish("x".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        publish(new byte[0]);
        window.show(traces::snapshot);
        untilPayloads("", "", "", "{\"t\": 21.5}", "00 CA FE", "x".repeat(120) + "…", "");
    }

    @Test
    void ofAnotherTraceThePayloadsAreOthers() {
        publish("one".getBytes(StandardCharsets.UTF_8));
        window.show(traces::snapshot);
        untilPayloads("", "", "", "one");
        Traces other = new Traces();
        other.connect("press-5");
        other.send(1, Traces.UP, new Publish(false, Qos.AT_MOST_ONCE, false, "a", 0, Properties.NONE,
                Bytes.of("two".getBytes(StandardCharsets.UTF_8))));
        window.show(other::snapshot);
        untilPayloads("", "", "", "two");
    }

    @Test
    void theChosenRowsAreCopiedAsTheyStandThere() {
        publish("one".getBytes(StandardCharsets.UTF_8));
        publish("two".getBytes(StandardCharsets.UTF_8));
        window.show(traces::snapshot);
        window.until(() -> table().getItems().size() == 5);
        robot.clickOn(view.content());
        robot.interact(() -> {
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectRange(3, 5);
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        window.until(() -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("two"));
        List<String> lines = window.on(() -> Clipboard.getSystemClipboard().getString()).lines().toList();
        assertTrue(lines.size() == 2 && lines.get(0).contains("press-4\t→\tPUBLISH\t\t0\t\tplant/press-4\tone\t"),
                lines::toString);
    }

    /** The type stands where all types stand, and what became of the packet where that stands. */
    @Test
    void aReleaseIsARowOfThePacketsTypeWhoseStateSaysIt() {
        Publish message = Traces.publish(1, 7, "plant/press-4");
        traces.release(1, Traces.UP, traces.hold(1, Traces.UP, message));
        window.show(traces::snapshot);
        window.until(() -> texts("kind").equals(List.of("link opened", "CONNECT", "CONNACK", "PUBLISH", "PUBLISH")));
        assertEquals(List.of("", "", "", "was held", "released"), texts("state"));
    }

    /** Seen with the default width, which has room for four digits. */
    @Test
    void theNumbersOfManyRowsAreWhole() {
        Traces many = Traces.busy(2, 100_000, 1_000);
        window.show(many::snapshot);
        window.until(() -> table().getItems().size() == many.snapshot().rowCount());
        robot.interact(() -> table().scrollTo(table().getItems().size() - 1));
        window.until(() -> texts("number").getLast().equals(Integer.toString(many.snapshot().rowCount())));
        window.until(() -> robot.from(table()).lookup(".table-cell").<TableCell<Integer, ?>>queryAll().stream()
                .filter(cell -> !cell.isEmpty() && cell.getTableColumn().getId().equals("number"))
                .allMatch(cell -> cell.getText().equals(((Text) cell.lookup(".text")).getText())));
    }

    private void publish(byte[] payload) {
        traces.send(1, Traces.UP, new Publish(false, Qos.AT_MOST_ONCE, false, "plant/press-4", 0, Properties.NONE,
                Bytes.of(payload)));
    }

    private void untilPayloads(String... payloads) {
        window.until(() -> texts("payload").equals(Arrays.asList(payloads)));
    }

    /** What stands in a column, row after row. */
    private List<String> texts(String column) {
        return robot.from(table()).lookup(".table-cell").<TableCell<Integer, ?>>queryAll().stream()
                .filter(cell -> !cell.isEmpty() && cell.getTableColumn().getId().equals(column))
                .collect(Collectors.toMap(TableCell::getIndex, TableCell::getText, (one, _) -> one)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
    }

    @SuppressWarnings("unchecked")
    private TableView<Integer> table() {
        return (TableView<Integer>) view.content().lookup(".table-view");
    }
}
