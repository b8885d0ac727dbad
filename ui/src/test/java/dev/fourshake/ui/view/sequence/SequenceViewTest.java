package dev.fourshake.ui.view.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.data.UserData;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.testing.RequiresDisplay;
import dev.fourshake.ui.diagram.SequenceCanvas;
import dev.fourshake.ui.diagram.Traces;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.ShownTrace;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.selection.SelectionService;
import dev.fourshake.ui.workbench.view.Area;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class SequenceViewTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final Traces traces = Traces.showcaseTraces();
    private Workspace workspace;
    private Workbench workbench;
    private ViewContext context;
    private SequenceView view;
    private SequenceCanvas canvas;

    /** A trace in memory. */
    private record InMemory(Traces traces) implements OpenTrace {
        @Override
        public String title() {
            return "in memory";
        }

        @Override
        public TraceSnapshot snapshot() {
            return traces.snapshot();
        }

        @Override
        public void addListener(Runnable listener) {
        }

        @Override
        public void removeListener(Runnable listener) {
        }

        @Override
        public void close() {
        }
    }

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            UserData data = new UserData(folder);
            workspace = new Workspace(data);
            workbench = new Workbench(data);
            context = new ViewContext(new ShownTrace(workbench.pulse()), new SelectionService<>(), workspace);
            workbench.views().add(new ViewDescriptor(SequenceView.ID, "Sequence", Feather.LIST, Area.CENTER,
                    site -> view = new SequenceView(site, context)));
            workbench.add(new Perspective("p", "P", Feather.ACTIVITY, Layout.of(Dock.tabs(SequenceView.ID))));
            workbench.open(new Stage());
            context.shown().show(new InMemory(traces));
        });
        canvas = robot.lookup("#sequence-canvas").query();
        until(() -> canvas.rows().size() == traces.snapshot().rowCount());
    }

    @AfterEach
    void close() {
        robot.interact(workbench::close);
        workspace.close();
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(10))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    @Test
    void choosingAnArrowChoosesItsRowForAllViews() {
        robot.interact(canvas::requestFocus);
        robot.clickOn(canvas);
        until(() -> context.selection().get() instanceof Selection.Row row
                && row.row() == canvas.selectedRowProperty().get());
        robot.push(KeyCode.ESCAPE);
        until(() -> context.selection().get() == null);
    }

    @Test
    void whatAnotherViewChoosesIsShown() {
        robot.interact(() -> context.selection().select(new Selection.Row(12), "another"));
        until(() -> canvas.selectedRowProperty().get() == 12);
        robot.interact(() -> context.selection().select(new Selection.ByteRange(13, 0, 1), "another"));
        until(() -> canvas.selectedRowProperty().get() == 13);
        robot.interact(() -> context.selection().select(new Selection.Link(2), "another"));
        until(() -> canvas.selectedRowProperty().get() == traces.snapshot().links().get(1).firstRow());
        robot.interact(() -> context.selection().select(new Selection.Topic("x"), "another"));
        until(() -> canvas.selectedRowProperty().get() == -1);
    }

    @Test
    void onlyOneExchangeAndAllAgain() {
        int exchange = traces.snapshot().exchangeId(12);
        robot.interact(() -> view.show(ShowOnly.ofExchange(exchange, true)));
        until(() -> canvas.rows().size() == 4);
        robot.clickOn("#sequence-show-all");
        until(() -> canvas.rows().size() == traces.snapshot().rowCount());
    }

    @Test
    @RequiresDisplay
    void theMenuOfAnArrowNarrowsTheDiagramToItsExchange() {
        robot.interact(() -> {
            context.selection().select(new Selection.Row(12), "another");
            canvas.rowHeight(10);
        });
        int exchange = traces.snapshot().exchangeId(12);
        until(() -> canvas.selectedExchange() == exchange);
        Point2D row = WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> canvas.localToScreen(300, Metrics.HEAD + 12.5 * 10));
        robot.clickOn(row, MouseButton.SECONDARY).clickOn("#sequence-only-exchange");
        until(() -> canvas.rows().size() == 4);
    }

    @Test
    void onlyOneMessageWithAllItsDeliveriesAndAllAgain() {
        TraceSnapshot trace = traces.snapshot();
        int[] message = IntStream.range(0, trace.exchangeCount())
                .filter(id -> trace.publisherOf(id) == id && trace.message(id).orElseThrow().deliveries().size() > 0)
                .mapToObj(id -> trace.message(id).orElseThrow().exchanges()).findFirst().orElseThrow();
        int rows = IntStream.of(message).map(id -> trace.exchange(id).steps().size()).sum();
        robot.interact(() -> view.show(ShowOnly.ofMessage(message[0], true)));
        until(() -> canvas.rows().size() == rows);
        robot.clickOn("#sequence-show-all");
        until(() -> canvas.rows().size() == traces.snapshot().rowCount());
    }

    @Test
    void keepAlivePacketsCanBeLeftOutAlsoOfWhatComesLater() {
        int all = traces.snapshot().rowCount();
        robot.clickOn("#sequence-pings");
        until(() -> canvas.rows().size() == all - 2);
        robot.interact(() -> {
            traces.send(2, Traces.UP, new Pingreq()).handshake(3, 2, "x");
            workbench.pulse().arm();
        });
        until(() -> canvas.rows().size() == all - 2 + 8);
        Memento memento = new Memento();
        robot.interact(() -> view.saveState(memento));
        assertFalse(memento.flag("pings", true));
    }

    @Test
    void oneClientWithAllItsConnections() {
        robot.interact(() -> view.show(ShowOnly.ofSession(0, true)));
        TraceSnapshot trace = traces.snapshot();
        until(() -> canvas.rows().size() < trace.rowCount());
        for (int i = 0; i < canvas.rows().size(); i++) {
            int link = trace.link(canvas.rows().row(i));
            assertTrue(link == 1 || link == 3, "link " + link);
        }
        assertEquals(0, canvas.rows().row(0));
    }

    @Test
    void copiedTextIsTheSelectedExchange() {
        robot.interact(() -> {
            context.selection().select(new Selection.Row(12), "another");
            canvas.requestFocus();
        });
        robot.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
        String copied = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString());
        assertEquals(4, copied.lines().filter(line -> line.contains("#1 ")).count(), copied);
    }

    @Test
    void anotherTraceStartsAnew() {
        robot.interact(() -> {
            view.show(ShowOnly.ofSession(0, false));
            context.shown().show(new InMemory(Traces.busy(1, 60, 0)));
        });
        until(() -> canvas.rows().size() >= 60 && canvas.selectedRowProperty().get() == -1);
    }
}
