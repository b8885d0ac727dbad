package dev.fourshake.ui.workbench.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.css.CssParser.ParseError;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import org.controlsfx.control.BreadCrumbBar;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.HiddenSidesPane;
import org.controlsfx.control.MasterDetailPane;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.tableview2.TableView2;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Neither theme makes JavaFX complain, whichever controls stand in a window. */
class StyleSheetsTest {

    @BeforeAll
    static void startJavaFx() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static List<Node> controls() {
        TableView<String> table = new TableView<>();
        table.getColumns().add(new TableColumn<>("Topic"));
        table.getItems().add("plant");
        return List.of(new Button("b"), new CheckBox("c"), new ComboBox<>(), new Hyperlink("h"), new ListView<>(),
                new MenuButton("m"), new SplitMenuButton(), new ProgressBar(0.5), new RadioButton("r"), new Slider(),
                new Spinner<Integer>(0, 9, 1), new TabPane(new Tab("t")), table, new TextArea(), new TextField(),
                new TitledPane("t", new TextArea()), new ToggleButton("t"), new ToolBar(new Button("b")),
                new TreeTableView<>(new TreeItem<>("t")), new TreeView<>(new TreeItem<>("t")),
                new BreadCrumbBar<>(new TreeItem<>("plant")), new CheckComboBox<>(), new HiddenSidesPane(),
                new MasterDetailPane(), new NotificationPane(new TextArea()), new PopOver().getRoot(),
                new PropertySheet(), new RangeSlider(), new SearchableComboBox<>(),
                new SegmentedButton(new ToggleButton("s")), new StatusBar(), new ToggleSwitch("t"),
                new TableView2<>(), new CustomTextField(), TextFields.createClearableTextField());
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void noControlBringsAWarning(ThemeChoice choice) {
        List<String> errors = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            new Themes().choiceProperty().set(choice);
            ObservableList<ParseError> found = CssParser.errorsProperty();
            found.clear();
            VBox box = new VBox();
            Scene scene = new Scene(box, 1000, 900);
            box.getChildren().setAll(controls());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return found.stream().map(ParseError::getMessage).distinct().sorted().toList();
        });
        assertEquals(List.of(), errors);
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void anErrorIsSeenOnStripesTooAndSelectionGoesBeforeIt(ThemeChoice choice) {
        Map<Integer, Paint> grounds = new HashMap<>();
        ThemeColors colors = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Themes themes = new Themes();
            themes.choiceProperty().set(choice);
            TableView<String> table = new TableView<>();
            table.getStyleClass().add("striped");
            table.getColumns().add(new TableColumn<>("Topic"));
            table.getItems().setAll("a", "b", "c", "d", "e", "f");
            table.getSelectionModel().select(5);
            table.setRowFactory(_ -> {
                TableRow<String> row = new TableRow<>();
                row.indexProperty().subscribe(index ->
                        row.pseudoClassStateChanged(PseudoClass.getPseudoClass("fs-error"), index.intValue() > 1));
                row.backgroundProperty().subscribe(ground -> {
                    if (ground != null && row.getIndex() >= 0) {
                        grounds.put(row.getIndex(), ground.getFills().getLast().getFill());
                    }
                });
                return row;
            });
            new Scene(table, 400, 300);
            table.applyCss();
            table.layout();
            table.applyCss();
            return themes.colors();
        });
        assertEquals(colors.get(ThemeColor.BAND), grounds.get(1));
        assertEquals(colors.get(ThemeColor.ERROR_FILL), grounds.get(2));
        assertEquals(colors.get(ThemeColor.ERROR_FILL), grounds.get(3));
        assertNotEquals(colors.get(ThemeColor.ERROR_FILL), grounds.get(5));
        assertNotEquals(colors.get(ThemeColor.BAND), grounds.get(5));
    }
}
