package dev.fourshake.ui.view.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.report.CaseWords;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.ui.SharedBroker;
import dev.fourshake.ui.view.BrokerTlsFields;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.drill.ReportFiles.Format;
import dev.fourshake.ui.workbench.layout.Dock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A person drills the own client against a real broker, looks at a case, and saves the report. */
@ExtendWith(SharedBroker.class)
class DrillViewTest {

    private static final Set<String> ONE_FAULT = Set.of("drill-mqtt_5", "drill-qos2", "drill-out", "drill-cut-before");

    @TempDir
    Path folder;

    private ViewWindow window;
    private FxRobot robot;

    @BeforeEach
    void open(HostPort broker) throws Exception {
        window = new ViewWindow(folder);
        robot = window.robot();
        window.with(DrillView.ID, (site, context) -> new DrillView(site, context, this::file))
                .open(Dock.tabs(DrillView.ID));
        window.until(() -> robot.lookup("#drill-start").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#drill-broker").<TextField>query().setText(broker.toString()));
    }

    private Optional<Path> file(Format format) {
        return Optional.of(folder.resolve("report." + format.name().toLowerCase(Locale.ROOT)));
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** Nothing but these. */
    private void choose(Set<String> boxes) {
        robot.interact(() -> robot.lookup((Node node) -> node instanceof CheckBox).<CheckBox>queryAll()
                .forEach(box -> box.setSelected(boxes.contains(box.getId()))));
    }

    private String text(String id) {
        return window.on(() -> robot.lookup("#" + id).<Label>query().getText());
    }

    private List<CaseLine> cases() {
        return window.on(() -> List.copyOf(robot.lookup("#drill-cases").<RecordTable<CaseLine>>query().getItems()));
    }

    @Test
    void whatItWillDoIsSaidBeforeAndEachCaseIsJudgedAndTheReportSaved() throws IOException {
        choose(ONE_FAULT);
        assertTrue(text("drill-effects").contains("4 cases"), text("drill-effects"));
        robot.clickOn("#drill-start");
        window.until(() -> robot.lookup("#drill-cases").<RecordTable<CaseLine>>query().getItems().size() == 4);
        window.until(() -> robot.lookup("#drill-state").<Label>query().getText()
                .equals("The promise was kept at all 4 fault points."));
        assertEquals(List.of("PUBLISH", "PUBREC", "PUBREL", "PUBCOMP"),
                cases().stream().map(line -> line.words().step()).toList());
        assertEquals("exactly once", text("drill-case-result"));

        for (Format format : Format.values()) {
            robot.clickOn("#drill-save").clickOn("Save as " + format.title() + "…");
            window.until(() -> Files.exists(file(format).orElseThrow()));
        }
        String html = Files.readString(file(Format.HTML).orElseThrow());
        assertEquals(4, html.split("<svg ", -1).length - 1);
        assertTrue(new String(Files.readAllBytes(file(Format.PDF).orElseThrow()), 0, 5).startsWith("%PDF-"));
    }

    @Test
    void itIsStartedStoppedAndSavedByKeysAlone() {
        choose(ONE_FAULT);
        robot.interact(() -> window.workbench().showView(DrillView.ID));
        window.until(() -> robot.lookup("#drill-target").query().isFocused());
        robot.press(KeyCode.CONTROL).push(KeyCode.ENTER).release(KeyCode.CONTROL);
        window.until(() -> !robot.lookup("#drill-stop").query().isDisabled());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.ENTER).release(KeyCode.CONTROL, KeyCode.SHIFT);
        window.until(() -> robot.lookup("#drill-state").<Label>query().getText().startsWith("Stopped after ")
                || cases().size() == 4);
        robot.press(KeyCode.CONTROL).push(KeyCode.ENTER).release(KeyCode.CONTROL);
        window.until(() -> cases().size() == 4 && robot.lookup("#drill-stop").query().isDisabled());
        robot.press(KeyCode.CONTROL).push(KeyCode.S).release(KeyCode.CONTROL);
        window.until(() -> robot.lookup("Save as PDF…").tryQuery().isPresent());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        window.until(() -> Files.exists(file(Format.HTML).orElseThrow())
                || Files.exists(file(Format.PDF).orElseThrow()));
    }

    /** In a window of 1280 pixels nothing of a usual case is cut off; what is, is in the cell's tooltip. */
    @Test
    void theTableShowsWhatItSays() {
        robot.interact(() -> window.workbench().window().setWidth(1280));
        choose(Set.of("drill-mqtt_3_1_1", "drill-qos2", "drill-out", "drill-cut-after",
                "drill-broker-restart"));
        robot.clickOn("#drill-start");
        window.until(() -> cells().anyMatch(cell -> "PUBLISH with DUP".equals(cell.getText())));
        window.until(() -> robot.lookup("#drill-state").<Label>query().getText().startsWith("The promise"));
        assertEquals(List.of(), window.on(() -> cells().filter(Labeled::isTextTruncated).map(Labeled::getText)
                .toList()));
        TableView<?> table = robot.lookup("#drill-cases").query();
        TableColumn<?, ?> last = table.getVisibleLeafColumns().getLast();
        assertTrue(window.on(() -> table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum()
                <= table.getWidth() - 2), last.getText() + " is out of sight");

        robot.interact(() -> table.getColumns().get(8).setPrefWidth(60));
        window.until(() -> cells().anyMatch(cell -> cell.isTextTruncated() && cell.getTooltip() != null
                && "PUBLISH with DUP".equals(cell.getTooltip().getText())));
        robot.interact(() -> table.getColumns().get(8).setPrefWidth(200));
        window.until(() -> cells().allMatch(cell -> cell.getTooltip() == null));
    }

    /** Nor of one that went wrong, late in a long drill: there it is what was asked for. */
    @Test
    void theTableHasRoomForWhatWentWrong() {
        robot.interact(() -> window.workbench().window().setWidth(1280));
        choose(Set.of("drill-mqtt_3_1_1", "drill-qos1", "drill-out", "drill-cut-before"));
        robot.clickOn("#drill-start");
        window.until(() -> cases().size() == 2 && robot.lookup("#drill-stop").query().isDisabled());
        CaseResult result = cases().getFirst().result();
        RecordTable<CaseLine> table = robot.lookup("#drill-cases").query();
        List<CaseLine> many = IntStream.rangeClosed(100, 216).mapToObj(number -> new CaseLine(number, result,
                new CaseWords("MQTT 3.1.1", "2", "from device", "PUBCOMP", "device restarted", "at least once",
                        "client library", "PUBLISH with DUP, PUBREC", "1, wrong", "2 (app 1)", "30.00 s",
                        CaseWords.Tone.BAD))).toList();
        robot.interact(() -> table.fill(many));
        window.until(() -> cells().anyMatch(cell -> "client library".equals(cell.getText())));
        assertEquals(Set.of(), window.on(() -> Stream.concat(cells(),
                        robot.lookup("#drill-cases .column-header .label").<Labeled>queryAll().stream())
                .filter(Labeled::isTextTruncated).map(Labeled::getText).collect(Collectors.toSet())));
        assertTrue(window.on(() -> robot.lookup("#drill-cases .scroll-bar").<ScrollBar>queryAll().stream()
                .noneMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL)),
                "the table has to be scrolled to its last column");
    }

    private Stream<TableCell<?, ?>> cells() {
        return robot.lookup("#drill-cases .table-cell").<TableCell<?, ?>>queryAll().stream()
                .filter(cell -> cell.getText() != null && !cell.getText().isEmpty());
    }

    @Test
    void itCanBeStoppedAndWhatWasJudgedStays() {
        choose(Set.of("drill-mqtt_5", "drill-mqtt_3_1_1", "drill-qos1", "drill-qos2", "drill-out", "drill-in",
                "drill-lost"));
        robot.clickOn("#drill-start");
        window.until(() -> !robot.lookup("#drill-cases").<RecordTable<CaseLine>>query().getItems().isEmpty());
        robot.clickOn("#drill-stop");
        window.until(() -> robot.lookup("#drill-state").<Label>query().getText().startsWith("Stopped after "));
        assertTrue(cases().size() < 24);
        assertTrue(window.on(() -> !robot.lookup("#drill-start").query().isDisabled()));
    }

    /** The report of the drill before is kept, and closing the window with one that was not saved asks first. */
    @Test
    void noReportIsLostUnasked() throws Exception {
        choose(Set.of("drill-mqtt_5", "drill-qos1", "drill-out", "drill-duplicated"));
        for (int drill = 1; drill <= 2; drill++) {
            robot.clickOn("#drill-start");
            window.until(() -> cases().isEmpty() || robot.lookup("#drill-stop").query().isDisabled() == false);
            window.until(() -> cases().size() == 2 && robot.lookup("#drill-stop").query().isDisabled());
        }
        List<CaseLine> second = cases();
        robot.push(KeyCode.CONTROL, KeyCode.E);
        assertEquals(2, robot.lookup(".radio-menu-item").queryAll().size());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        window.until(() -> cases().size() == 2 && cases().getFirst().result() != second.getFirst().result());

        Platform.runLater(window.workbench()::exit);
        window.until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        window.until(() -> robot.lookup("Close Anyway").query().getScene().getWindow().isFocused());
        robot.push(KeyCode.ENTER);
        window.until(() -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
        assertTrue(window.on(() -> window.workbench().window().isShowing()), "it was closed all the same");

        robot.clickOn("#drill-save").clickOn("Save as HTML…");
        window.until(() -> Files.exists(file(Format.HTML).orElseThrow()));
    }

    @Test
    void theBrokerCanBeReachedByTls(HostPort broker) {
        choose(ONE_FAULT);
        robot.interact(() -> robot.lookup("#drill-broker-tls").<ComboBox<BrokerTlsFields.Choice>>query()
                .setValue(BrokerTlsFields.Choice.AUTHORITY));
        robot.clickOn("#drill-start");
        window.until(() -> text("drill-mistake").equals("Name the file: Trusted authority (PEM)."));
        robot.interact(() -> robot.lookup("#drill-broker-tls").<ComboBox<BrokerTlsFields.Choice>>query()
                .setValue(BrokerTlsFields.Choice.ANYTHING));
        robot.clickOn("#drill-start");
        // The broker speaks no TLS, and now that is asked of it.
        window.until(() -> robot.lookup((Node node) -> node instanceof Label label && label.getText() != null
                && label.getText().contains("TLS") && label.getText().contains("broker at " + broker)).tryQuery()
                .isPresent());
    }

    @Test
    void aFormThatCannotBeMeantSaysWhy() {
        choose(Set.of());
        robot.clickOn("#drill-start");
        window.until(() -> text("drill-mistake").startsWith("Choose at least one"));
        choose(ONE_FAULT);
        robot.interact(() -> robot.lookup("#drill-broker").<TextField>query().setText("no address at all"));
        robot.clickOn("#drill-start");
        window.until(() -> text("drill-mistake").contains("no address at all"));
    }

    @Test
    void theBrokerThatRunsIsProposedUntilTheUserHasTypedOne() {
        window.on(() -> {
            DrillForm form = new DrillForm(new UserData(folder));
            TextField typed = (TextField) ((ScrollPane) form.node()).getContent().lookup("#drill-broker");
            form.propose(Optional.of(HostPort.loopback(1001)));
            assertEquals("127.0.0.1:1001", typed.getText());
            form.propose(Optional.of(HostPort.loopback(1002)));
            assertEquals("127.0.0.1:1002", typed.getText());
            typed.setText("");
            form.propose(Optional.of(HostPort.loopback(1002)));
            assertEquals("", typed.getText(), "what the user clears comes back while they type");
            typed.setText("plant:1883");
            form.propose(Optional.of(HostPort.loopback(1003)));
            assertEquals("plant:1883", typed.getText());
            return form;
        });
    }
}
