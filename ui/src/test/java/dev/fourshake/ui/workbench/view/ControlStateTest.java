package dev.fourshake.ui.workbench.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class ControlStateTest {

    @BeforeAll
    static void startJavaFx() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static TableView<String> table(String... ids) {
        TableView<String> table = new TableView<>();
        for (String id : ids) {
            TableColumn<String, String> column = new TableColumn<>(id);
            column.setId(id);
            column.setPrefWidth(70);
            table.getColumns().add(column);
        }
        return table;
    }

    private static List<String> ids(TableView<String> table) {
        return table.getColumns().stream().map(TableColumn::getId).toList();
    }

    @Test
    void columnsComeBackInOrderWidthAndVisibility() {
        TableView<String> saved = table("time", "type", "topic");
        saved.getColumns().getFirst().setPrefWidth(123);
        saved.getColumns().get(1).setVisible(false);
        saved.getColumns().add(saved.getColumns().removeFirst());
        Memento memento = new Memento();
        ControlState.saveColumns(memento, "table", saved.getColumns());

        TableView<String> fresh = table("new", "time", "type", "topic");
        ControlState.restoreColumns(memento, "table", fresh.getColumns());
        assertEquals(List.of("type", "topic", "time", "new"), ids(fresh));
        assertEquals(123, fresh.getColumns().get(2).getPrefWidth());
        assertFalse(fresh.getColumns().getFirst().isVisible());
        assertEquals(70, fresh.getColumns().getLast().getPrefWidth());
    }

    @Test
    void withoutAMementoNothingChanges() {
        TableView<String> fresh = table("time", "type");
        ControlState.restoreColumns(new Memento(), "table", fresh.getColumns());
        assertEquals(List.of("time", "type"), ids(fresh));
        assertEquals(70, fresh.getColumns().getFirst().getPrefWidth());
    }

    @Test
    void dividersComeBackIfThereAreAsMany() {
        SplitPane saved = new SplitPane(new Pane(), new Pane(), new Pane());
        saved.setDividerPositions(0.25, 0.6);
        Memento memento = new Memento();
        ControlState.saveDividers(memento, "split", saved);
        SplitPane fresh = new SplitPane(new Pane(), new Pane(), new Pane());
        ControlState.restoreDividers(memento, "split", fresh);
        assertEquals(List.of(0.25, 0.6), List.of(fresh.getDividerPositions()[0], fresh.getDividerPositions()[1]));
        SplitPane other = new SplitPane(new Pane(), new Pane());
        other.setDividerPositions(0.5);
        ControlState.restoreDividers(memento, "split", other);
        assertEquals(0.5, other.getDividerPositions()[0]);
    }
}
