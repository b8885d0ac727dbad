package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualContainerBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in sight when somebody starts the program for the first time, in a window of 1280 × 800. */
class FirstLookTest extends ProgramTest {

    @BeforeEach
    void start() throws TimeoutException {
        startTheProgram();
        until(() -> parts.context().shown().snapshot().rowCount() > 20);
    }

    @Test
    void thePacketsListShowsWhoSentWhatAboutWhatAndWhatBecameOfIt() {
        TableView<?> table = robot.lookup(".fs-packets").query();
        Set<String> inSight = on(() -> {
            double right = 0;
            Set<String> whole = new HashSet<>();
            for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
                right += column.getWidth();
                if (right <= table.getWidth() - 14) {
                    whole.add(column.getId());
                }
            }
            return whole;
        });
        assertTrue(inSight.containsAll(Set.of("number", "time", "client", "direction", "kind", "packetId", "qos",
                "state", "info", "payload")), "only " + inSight);
    }

    /** How often a breakpoint was met stands in its last column. */
    @Test
    void theBreakpointsListShowsAllItsColumns() {
        robot.interact(() -> workbench.showView("breakpoints"));
        until(() -> focusOwner() instanceof TableView<?>);
        TableView<?> table = (TableView<?>) on(this::focusOwner);
        until(() -> table.getWidth() > 0);
        double columns = on(() -> table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum());
        assertTrue(columns <= on(table::getWidth) - 10, columns + " of " + on(table::getWidth));
    }

    /** Whoever goes to a view by keys goes on by keys: an arrow key chooses something there. */
    @Test
    void aViewThatIsGoneToTakesTheArrowKeys() {
        for (String id : List.of("sessions", "retained", "problems", "held", "breakpoints", "packet", "packets")) {
            robot.interact(() -> workbench.showView(id));
            until(() -> focusOwner() instanceof Control control
                    && control.isFocusTraversable() && control.getSkin() instanceof VirtualContainerBase<?, ?>);
        }
        robot.interact(() -> workbench.showView("sessions"));
        until(() -> focusOwner() instanceof TableView<?> table && !table.getItems().isEmpty());
        robot.push(KeyCode.DOWN);
        until(() -> ((TableView<?>) focusOwner()).getSelectionModel().getSelectedIndex() == 0);
    }

    private Node focusOwner() {
        return workbench.window().getScene().getFocusOwner();
    }
}
