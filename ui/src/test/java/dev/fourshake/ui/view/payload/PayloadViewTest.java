package dev.fourshake.ui.view.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.PayloadReader;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.workbench.layout.Dock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class PayloadViewTest {

    private static final String TOPIC = "plant/press-4/state";

    @TempDir
    Path folder;

    private final Traces traces = new Traces();
    private ViewWindow window;
    private FxRobot robot;
    private PayloadView later;

    @BeforeEach
    void open() throws TimeoutException {
        traces.trace.append(new LinkOpened(1, 0, "10.0.0.4:51234", "10.0.0.99:1883", false, false));
        traces.send(1, Traces.UP, new Connect("MQTT", 5, true, 60, Properties.NONE, "press-4", Optional.empty(),
                Optional.empty(), Optional.empty())).send(1, Traces.DOWN, new Connack(false, 0, Properties.NONE));
        window = new ViewWindow(folder).with(PayloadView.ID, PayloadView::new)
                .with("later", (site, context) -> later = new PayloadView(site, context))
                .open(Dock.tabs(PayloadView.ID));
        robot = window.robot();
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** Row of a message with this payload. */
    private int publish(String topic, Bytes payload) {
        traces.send(1, Traces.UP, new Publish(false, Qos.AT_MOST_ONCE, false, topic, 0, Properties.NONE, payload));
        return traces.snapshot().rowCount() - 1;
    }

    private int publish(String payload) {
        return publish(TOPIC, Bytes.of(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private void choose(int row) {
        window.show(traces::snapshot);
        window.choose(new Selection.Row(row));
    }

    private Optional<TreeTableView<PayloadNode>> tree() {
        return robot.lookup(".fs-payload-tree").tryQuery();
    }

    private Optional<TreeItem<PayloadNode>> item(String name) {
        return tree().filter(tree -> tree.getRoot() != null).flatMap(tree -> tree.getRoot().getChildren().stream()
                .filter(item -> item.getValue().name().equals(name)).findFirst());
    }

    private void untilValue(String name, String value) {
        window.until(() -> item(name).filter(item -> item.getValue().value().equals(value)).isPresent());
    }

    private void untilText(String text) {
        window.until(() -> robot.lookup(".fs-payload-text").<TextArea>tryQuery()
                .filter(area -> area.getText().equals(text)).isPresent());
    }

    private void untilSeen(String text) {
        window.until(() -> robot.lookup((Node node) -> node instanceof Labeled label && label.getText() != null
                && label.getText().contains(text)).tryQuery().isPresent());
    }

    private void press(String id) {
        robot.interact(() -> robot.lookup(id).<ButtonBase>query().fire());
    }

    private void format(String id) {
        ComboBox<Optional<PayloadFormat>> formats = robot.lookup("#payload-format").query();
        robot.interact(() -> formats.setValue(PayloadReader.load().format(id)
                .flatMap(wanted -> formats.getItems().stream().flatMap(Optional::stream)
                        .filter(each -> each.id().equals(wanted.id())).findFirst())));
    }

    @Test
    void aViewThatIsOpenedLaterShowsWhatIsChosenAlready() {
        choose(publish("{\"temperature\": 21.5}"));
        untilValue("temperature", "21.5");
        robot.interact(() -> window.workbench().showView("later"));
        window.until(() -> later.content().lookup(".fs-payload-tree") instanceof TreeTableView<?> tree
                && tree.getRoot() != null && tree.getRoot().getChildren().size() == 1);
    }

    @Test
    void treeAndTextOfAMessageAgree() {
        choose(publish("{\"t\": 21.50}"));
        untilValue("t", "21.50");
        untilSeen("JSON: the bytes look like it");
        press("#payload-asText");
        untilText("{\n  \"t\": 21.50\n}");
    }

    @Test
    void aValueMarksItsBytes() {
        int row = publish("{\"t\": 21.50}");
        choose(row);
        untilValue("t", "21.50");
        robot.interact(() -> tree().orElseThrow().getSelectionModel().select(item("t").orElseThrow()));
        Selection.ByteRange marked = (Selection.ByteRange) window.context().selection().get();
        assertEquals("21.50", traces.snapshot().raw(row).slice(marked.offset(), marked.length()).utf8());
    }

    @Test
    void whatWasBeforeStandsBeside() {
        publish("{\"t\": 20, \"on\": true}");
        publish("other", Bytes.ofHex("00"));
        choose(publish("{\"t\": 21, \"on\": true, \"p\": 7}"));
        untilValue("t", "21");
        window.until(() -> tree().orElseThrow().getColumns().getLast()
                .getCellData(item("t").orElseThrow()).equals("20"));
        assertEquals("", tree().orElseThrow().getColumns().getLast().getCellData(item("on").orElseThrow()));
        assertEquals("(new)", tree().orElseThrow().getColumns().getLast().getCellData(item("p").orElseThrow()));
    }

    @Test
    void anotherFormatIsForThisPacketAlone() {
        int first = publish("{\"t\": 20}");
        int second = publish("{\"t\": 21}");
        choose(first);
        untilValue("t", "20");
        format("text");
        untilText("{\"t\": 20}");
        untilSeen("Text: you chose it for this packet");
        choose(second);
        untilValue("t", "21");
    }

    @Test
    void aRuleHoldsForTheNextPacketOnItsTopics() {
        int first = publish("{\"t\": 20}");
        int second = publish("{\"t\": 21}");
        choose(first);
        untilValue("t", "20");
        format("text");
        untilText("{\"t\": 20}");
        robot.clickOn("#payload-always");
        window.until(() -> robot.lookup("#payload-rule-filter").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#payload-rule-filter").queryTextInputControl().setText("plant/+/state"));
        robot.clickOn("Save");
        window.until(() -> window.workspace().payloadRules().of(TOPIC).isPresent());
        choose(second);
        untilText("{\"t\": 21}");
        untilSeen("Text: your rule for plant/+/state says so");
    }

    @Test
    void whereThereIsNothingItSaysSo() {
        untilSeen("Choose a message in the diagram or in the list.");
        traces.send(1, Traces.UP, new Pingreq());
        choose(traces.snapshot().rowCount() - 1);
        untilSeen("This packet carries no payload.");
        choose(publish(""));
        untilSeen("The payload is empty (0 bytes).");
    }

    @Test
    void brokenJsonIsShownWithItsFault() {
        choose(publish("{\"t\": 20,, }"));
        untilValue("t", "20");
        untilSeen("Broken JSON at byte ");
    }

    @Test
    void aLargePayloadIsCutAndMoreIsShownWhenAsked() {
        choose(publish("x".repeat(1 << 20)));
        untilText("x".repeat(1 << 16));
        press("#payload-more");
        untilText("x".repeat(1 << 20));
    }
}
