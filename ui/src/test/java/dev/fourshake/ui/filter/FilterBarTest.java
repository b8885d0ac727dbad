package dev.fourshake.ui.filter;

import static dev.fourshake.ui.view.ViewWindow.filterField;
import static dev.fourshake.ui.view.ViewWindow.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.FilteredRows;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.testing.RequiresDisplay;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.view.packets.PacketsView;
import dev.fourshake.ui.view.sequence.SequenceView;
import dev.fourshake.ui.view.sessions.SessionsView;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Filters as a person types them, in the list, in the diagram and in a table of sessions. */
class FilterBarTest {

    @TempDir
    Path folder;

    private final Traces traces = Traces.showcaseTraces();
    private ViewWindow window;
    private FxRobot robot;
    private PacketsView packets;
    private SequenceView sequence;
    private SessionsView sessions;

    @BeforeEach
    void open() throws TimeoutException {
        window = new ViewWindow(folder)
                .with(PacketsView.ID, (site, context) -> packets = new PacketsView(site, context))
                .with(SequenceView.ID, (site, context) -> sequence = new SequenceView(site, context))
                .with(SessionsView.ID, (site, context) -> sessions = new SessionsView(site, context))
                .open(new Dock.Split(Orientation.VERTICAL, List.of(0.4), List.of(Dock.tabs(SequenceView.ID),
                        Dock.beside(0.5, Dock.tabs(PacketsView.ID), Dock.tabs(SessionsView.ID)))));
        robot = window.robot();
        window.show(traces::snapshot);
        window.until(() -> table(packets).getItems().size() == traces.snapshot().rowCount());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theSameFilterShowsTheSameRowsInTheListAndInTheDiagram() {
        List<Integer> wanted = rows("type = PUBLISH and qos >= 1");
        assertTrue(wanted.size() > 1 && wanted.size() < traces.snapshot().rowCount());
        window.filter(packets, "type = PUBLISH and qos >= 1");
        window.until(() -> table(packets).getItems().equals(wanted));
        assertTrue(label(packets, ".fs-filter-count").contains(wanted.size() + " of "));
        window.filter(sequence, "type = PUBLISH and qos >= 1");
        SequenceCanvas canvas = robot.lookup("#sequence-canvas").query();
        window.until(() -> IntStream.range(0, canvas.rows().size()).mapToObj(canvas.rows()::row).toList()
                .equals(wanted));
    }

    @Test
    void whatIsNoFilterIsSaidAndWhatWasShownStays() {
        window.filter(packets, "type = PUBLISH");
        List<Integer> wanted = rows("type = PUBLISH");
        window.until(() -> table(packets).getItems().equals(wanted));
        window.filter(packets, "type = PUBLSH");
        window.until(() -> label(packets, ".fs-mistake").contains("PUBLSH"));
        assertTrue(label(packets, ".fs-mistake").contains("column 8"));
        assertEquals(wanted, List.copyOf(table(packets).getItems()));
        robot.push(KeyCode.ESCAPE);
        window.until(() -> table(packets).getItems().size() == traces.snapshot().rowCount());
        assertFalse(packets.content().lookup(".fs-filter").isVisible());
    }

    @Test
    void newPacketsThatPassComeAtTheEnd() {
        window.filter(packets, "type = PINGREQ");
        window.until(() -> table(packets).getItems().equals(rows("type = PINGREQ")));
        int before = table(packets).getItems().size();
        traces.send(1, Traces.UP, new Pingreq());
        robot.interact(() -> window.workbench().pulse().arm());
        window.until(() -> table(packets).getItems().size() == before + 1);
        assertEquals(traces.snapshot().rowCount() - 1, table(packets).getItems().getLast());
    }

    @Test
    void aTableOfSessionsIsFilteredByClient() {
        int all = table(sessions).getItems().size();
        String client = traces.snapshot().sessions().getFirst().clientId();
        window.filter(sessions, "client = " + client);
        window.until(() -> table(sessions).getItems().size() == 1);
        assertTrue(all > 1);
    }

    @Test
    void filtersThatWereUsedAreKeptForTheNextStart() {
        window.filter(packets, "retain");
        robot.push(KeyCode.ENTER);
        Memento memento = new Memento();
        robot.interact(() -> packets.saveState(memento));
        assertTrue(memento.values().containsValue("retain"), memento::toString);
        FilterHistory history = new FilterHistory();
        history.restore(memento);
        assertEquals(List.of("retain"), history.texts());
    }

    /** A popup is a window of its own. */
    @Test
    @RequiresDisplay
    void aProposalIsTakenWithTheKeyboard() {
        robot.clickOn(packets.content());
        robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("type = PUBR");
        window.until(() -> robot.lookup(".fs-completion").tryQuery().isPresent());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        window.until(() -> filterField(packets).getText().equals("type = PUBREC"));
        window.until(() -> table(packets).getItems().equals(rows("type = PUBREC")));
    }

    private List<Integer> rows(String text) {
        Filter<Subject> filter = ((Filter.Good<Subject>) Filter.parse(text, ZoneId.systemDefault()))
                .filter();
        FilteredRows passed = new FilteredRows(filter).extend(traces.snapshot());
        return Arrays.stream(passed.rows()).limit(passed.size()).boxed().toList();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Integer> table(ViewPart view) {
        return (TableView<Integer>) view.content().lookup(".table-view");
    }
}
