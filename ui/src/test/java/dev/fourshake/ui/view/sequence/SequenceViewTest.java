package dev.fourshake.ui.view.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.testing.RequiresDisplay;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewWindow;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.view.Memento;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class SequenceViewTest {

    @TempDir
    Path folder;

    private final Traces traces = Traces.showcaseTraces();
    private ViewWindow window;
    private FxRobot robot;
    private SequenceView view;
    private SequenceCanvas canvas;

    @BeforeEach
    void open() throws TimeoutException {
        window = new ViewWindow(folder)
                .with(SequenceView.ID, (site, context) -> view = new SequenceView(site, context))
                .open(Dock.tabs(SequenceView.ID));
        robot = window.robot();
        window.show(traces::snapshot);
        canvas = robot.lookup("#sequence-canvas").query();
        window.until(() -> canvas.rows().size() == traces.snapshot().rowCount());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void choosingAnArrowChoosesItsRowForAllViews() {
        robot.interact(canvas::requestFocus);
        robot.clickOn(canvas);
        window.until(() -> window.context().selection().get() instanceof Selection.Row row
                && row.row() == canvas.selectedRowProperty().get());
        robot.push(KeyCode.ESCAPE);
        window.until(() -> window.context().selection().get() == null);
    }

    @Test
    void whatAnotherViewChoosesIsShown() {
        window.choose(new Selection.Row(12));
        window.until(() -> canvas.selectedRowProperty().get() == 12);
        window.choose(new Selection.ByteRange(13, 0, 1));
        window.until(() -> canvas.selectedRowProperty().get() == 13);
        window.choose(new Selection.Link(2));
        window.until(() -> canvas.selectedRowProperty().get() == traces.snapshot().links().get(1).firstRow());
        window.choose(new Selection.Topic("x"));
        window.until(() -> canvas.selectedRowProperty().get() == -1);
    }

    @Test
    void onlyOneExchangeAndAllAgain() {
        int exchange = traces.snapshot().exchangeId(12);
        robot.interact(() -> view.show(ShowOnly.ofExchange(exchange, true)));
        window.until(() -> canvas.rows().size() == 4);
        robot.clickOn("#sequence-show-all");
        window.until(() -> canvas.rows().size() == traces.snapshot().rowCount());
    }

    @Test
    @RequiresDisplay
    void theMenuOfAnArrowNarrowsTheDiagramToItsExchange() {
        window.choose(new Selection.Row(12));
        robot.interact(() -> canvas.rowHeight(10));
        int exchange = traces.snapshot().exchangeId(12);
        window.until(() -> canvas.selectedExchange() == exchange);
        Point2D row = window.on(() -> canvas.localToScreen(300, Metrics.HEAD + 12.5 * 10));
        robot.clickOn(row, MouseButton.SECONDARY).clickOn("#sequence-only-exchange");
        window.until(() -> canvas.rows().size() == 4);
    }

    @Test
    void onlyOneMessageWithAllItsDeliveriesAndAllAgain() {
        TraceSnapshot trace = traces.snapshot();
        int[] message = IntStream.range(0, trace.exchangeCount())
                .filter(id -> trace.publisherOf(id) == id && trace.message(id).orElseThrow().deliveries().size() > 0)
                .mapToObj(id -> trace.message(id).orElseThrow().exchanges()).findFirst().orElseThrow();
        int rows = IntStream.of(message).map(id -> trace.exchange(id).steps().size()).sum();
        robot.interact(() -> view.show(ShowOnly.ofMessage(message[0], true)));
        window.until(() -> canvas.rows().size() == rows);
        robot.clickOn("#sequence-show-all");
        window.until(() -> canvas.rows().size() == traces.snapshot().rowCount());
    }

    @Test
    void keepAlivePacketsCanBeLeftOutAlsoOfWhatComesLater() {
        int all = traces.snapshot().rowCount();
        robot.clickOn("#sequence-pings");
        window.until(() -> canvas.rows().size() == all - 2);
        robot.interact(() -> {
            traces.send(2, Traces.UP, new Pingreq()).handshake(3, 2, "x");
            window.workbench().pulse().arm();
        });
        window.until(() -> canvas.rows().size() == all - 2 + 8);
        Memento memento = new Memento();
        robot.interact(() -> view.saveState(memento));
        assertFalse(memento.flag("pings", true));
    }

    @Test
    void oneClientWithAllItsConnections() {
        robot.interact(() -> view.show(ShowOnly.ofSession(0, true)));
        TraceSnapshot trace = traces.snapshot();
        window.until(() -> canvas.rows().size() < trace.rowCount());
        for (int i = 0; i < canvas.rows().size(); i++) {
            int link = trace.link(canvas.rows().row(i));
            assertTrue(link == 1 || link == 3, "link " + link);
        }
        assertEquals(0, canvas.rows().row(0));
    }

    @Test
    void copiedTextIsTheSelectedExchange() {
        window.choose(new Selection.Row(12));
        robot.interact(canvas::requestFocus);
        robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
        String copied = window.on(() -> Clipboard.getSystemClipboard().getString());
        assertEquals(4, copied.lines().filter(line -> line.contains("#1 ")).count(), copied);
    }

    @Test
    void anotherTraceStartsAnew() {
        robot.interact(() -> view.show(ShowOnly.ofSession(0, false)));
        window.show(Traces.busy(1, 60, 0)::snapshot);
        window.until(() -> canvas.rows().size() >= 60 && canvas.selectedRowProperty().get() == -1);
    }
}
