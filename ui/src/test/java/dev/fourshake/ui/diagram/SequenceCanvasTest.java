package dev.fourshake.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.frame.Pulse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class SequenceCanvasTest {

    private static final int HEIGHT = 600;

    private final FxRobot robot = new FxRobot();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final List<Integer> chosen = new ArrayList<>();
    private final List<Integer> opened = new ArrayList<>();
    private final Traces traces = Traces.busy(3, 2_000, 400);
    private SequenceCanvas canvas;
    private Stage stage;

    @BeforeEach
    void show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            Pulse pulse = new Pulse(failures::add);
            canvas = new SequenceCanvas(new Wording(Locale.ENGLISH, ZoneOffset.UTC), () -> 0, pulse::arm);
            pulse.on(Phase.PAINT, canvas::paint);
            canvas.onChoose(chosen::add);
            canvas.onOpen(opened::add);
            canvas.liveProperty().set(true);
            canvas.show(traces.snapshot());
            stage = new Stage();
            stage.setScene(new Scene(canvas, 900, HEIGHT));
            stage.show();
        });
        until(() -> canvas.picture().isPresent());
        robot.interact(canvas::requestFocus);
    }

    @AfterEach
    void close() {
        robot.interact(stage::close);
        assertEquals(List.of(), failures);
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(10))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    private <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private double scroll() {
        return on(() -> canvas.picture().orElseThrow().sheet().scroll());
    }

    private double lastScroll() {
        return on(() -> canvas.viewport().lastScroll());
    }

    /** A point on the row at an index that is in sight. */
    private Point2D row(int index) {
        return on(() -> canvas.localToScreen(300,
                canvas.picture().orElseThrow().sheet().y(index) + canvas.rowHeight() / 2));
    }

    /** Turns the wheel; not by the robot, whose direction depends on the platform. */
    private void wheel(double x, double y, double pixels, boolean control) {
        Point2D screen = on(() -> canvas.localToScreen(x, y));
        robot.interact(() -> canvas.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, x, y, screen.getX(), screen.getY(),
                false, control, false, false, false, false, 0, pixels, 0, pixels, HorizontalTextScrollUnits.NONE, 0,
                VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    @Test
    void itFollowsTheTrafficUntilTheUserScrollsUp() {
        assertEquals(lastScroll(), scroll());
        robot.interact(() -> canvas.show(traces.handshake(1, 2, "x").snapshot()));
        until(() -> canvas.rows().size() == traces.snapshot().rowCount() && scroll() == lastScroll());

        wheel(300, 300, 90, false);
        until(() -> !canvas.followingProperty().get());
        double position = scroll();
        robot.interact(() -> canvas.show(traces.handshake(1, 2, "x").snapshot()));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(position, scroll());

        robot.clickOn("#follow");
        until(() -> canvas.followingProperty().get() && scroll() == lastScroll());
        assertFalse(on(() -> canvas.lookup("#follow").isVisible()));
    }

    @Test
    void keysScrollSelectAndGoToTheEnds() {
        robot.push(KeyCode.HOME);
        until(() -> scroll() == 0);
        robot.push(KeyCode.PAGE_DOWN);
        until(() -> scroll() > 10);
        robot.clickOn(row((int) scroll() + 4));
        int first = on(() -> canvas.selectedRowProperty().get());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        until(() -> canvas.selectedRowProperty().get() == first + 1);
        assertEquals(List.of(first, first + 1, first + 2, first + 1), chosen);
        assertEquals(List.of(first + 1), opened);
        robot.push(KeyCode.ESCAPE);
        until(() -> canvas.selectedRowProperty().get() == -1);
        robot.push(KeyCode.END);
        until(() -> canvas.followingProperty().get() && scroll() == lastScroll());
    }

    @Test
    void ctrlAndTheWheelZoomAroundThePointerDownToAllRows() {
        robot.interact(() -> canvas.viewport().userScrollTo(1_000));
        robot.interact(canvas::invalidate);
        until(() -> scroll() == 1_000);
        double y = on(() -> canvas.screenToLocal(row(1_008)).getY());
        wheel(300, y, -120, true);
        until(() -> canvas.picture().orElseThrow().sheet().metrics().rowHeight() < Metrics.COMFORTABLE);
        assertEquals(1_008, on(() -> canvas.picture().orElseThrow().index(y)));
        robot.interact(canvas::zoomToAll);
        until(() -> canvas.picture().orElseThrow().overview());
        assertEquals(0, scroll(), 1e-9);
        robot.push(KeyCode.DIGIT0);
        until(() -> canvas.rowHeight() == Metrics.COMFORTABLE);
    }

    @Test
    void choosingAnArrowBringsOutItsExchangeAndStopsFollowing() {
        WritableImage before = on(() -> canvas.snapshot(null, null));
        int index = (int) scroll() + 6;
        robot.clickOn(row(index));
        until(() -> canvas.selectedRowProperty().get() == index);
        assertFalse(on(() -> canvas.followingProperty().get() && !canvas.lookup("#follow").isVisible()));
        assertEquals(on(() -> traces.snapshot().exchangeId(index)), on(canvas::selectedExchange));
        robot.moveTo(on(() -> canvas.localToScreen(300, 10)));
        WritableImage after = on(() -> canvas.snapshot(null, null));
        assertNotEquals(dark(before), dark(after), "the other exchanges are dimmed");
    }

    @Test
    void theOtherArrowsOfTheSameMessageAreMarkedAndLessThanTheChosenOne() {
        TraceSnapshot trace = traces.snapshot();
        int first = (int) scroll();
        int chosenRow = IntStream.range(first + 2, trace.rowCount() - 4)
                .filter(row -> deliveries(trace, row).length > 0).findFirst().orElseThrow();
        int[] others = deliveries(trace, chosenRow);
        robot.interact(() -> canvas.selectedRowProperty().set(chosenRow));
        robot.interact(canvas::paint);
        WritableImage image = on(() -> canvas.snapshot(null, null));
        int selected = edge(image, chosenRow);
        int ground = Palette.LIGHT.rgb(Ink.CANVAS) | 0xFF000000;
        assertNotEquals(ground, selected);
        for (int row = first; row < trace.rowCount(); row++) {
            int delivered = row;
            boolean marked = IntStream.of(others).anyMatch(other -> other == delivered);
            if (row != chosenRow) {
                assertEquals(marked ? Palette.LIGHT.rgb(Ink.SELECTION_EDGE) | 0xFF000000 : ground, edge(image, row),
                        "row " + row);
            }
        }
    }

    /** Rows of the exchanges that carried the message which a client publishes in this row to the subscribers. */
    private static int[] deliveries(TraceSnapshot trace, int row) {
        int exchange = trace.exchangeId(row);
        if (exchange < 0 || trace.publisherOf(exchange) != exchange) {
            return new int[0];
        }
        return trace.message(exchange).orElseThrow().deliveries().stream()
                .flatMap(delivery -> trace.exchange(delivery.exchange()).steps().stream()).mapToInt(Step::row)
                .toArray();
    }

    /** The colour at the left edge of a row that is in sight. */
    private int edge(WritableImage image, int row) {
        double y = on(() -> canvas.picture().orElseThrow().sheet().y(row) + canvas.rowHeight() / 2);
        return image.getPixelReader().getArgb(1, (int) y);
    }

    private static long dark(WritableImage image) {
        long dark = 0;
        for (int y = 60; y < image.getHeight(); y++) {
            for (int x = 160; x < 860; x++) {
                dark += image.getPixelReader().getColor(x, y).getBrightness() < 0.8 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void aRightClickChoosesTheRowForTheMenu() {
        int index = (int) scroll() + 3;
        robot.clickOn(row(index), MouseButton.SECONDARY);
        until(() -> canvas.selectedRowProperty().get() == index);
    }

    @Test
    void revealingARowFarAwayScrollsThere() {
        robot.interact(() -> canvas.reveal(100));
        until(() -> scroll() < 100 && scroll() > 80);
        assertFalse(on(() -> canvas.followingProperty().get()));
    }

    @Test
    void aFilterShowsOnlyItsRows() {
        robot.interact(() -> canvas.filter(new int[] {3, 5, 8}, 3));
        until(() -> canvas.picture().orElseThrow().page().marks().size() == 3);
        assertEquals(3, on(() -> canvas.rows().size()));
        robot.interact(() -> canvas.filter(null, 0));
        until(() -> canvas.rows().size() == traces.snapshot().rowCount());
    }

    @Test
    void aReplayThatStepsBackShowsWhatIsLeft() {
        robot.interact(() -> canvas.show(Traces.busy(1, 30, 0).snapshot()));
        until(() -> canvas.picture().orElseThrow().page().marks().size() >= 20 && canvas.rows().size() < 100);
    }

    @Test
    void zoomedOutTheOneErrorIsSeen() {
        Traces calm = Traces.busy(3, 20_000, 12_345);
        robot.interact(() -> {
            canvas.reset();
            canvas.show(calm.snapshot());
            canvas.zoomToAll();
        });
        until(() -> canvas.picture().orElseThrow().overview());
        WritableImage image = on(() -> canvas.snapshot(null, null));
        int red = Palette.LIGHT.rgb(Ink.ERROR) | 0xFF000000;
        long lines = 0;
        for (int y = (int) Metrics.HEAD; y < HEIGHT; y++) {
            lines += image.getPixelReader().getArgb(500, y) == red ? 1 : 0;
        }
        assertTrue(lines >= 2 && lines <= 3, "red lines: " + lines);
    }

    @Test
    void withoutRowsItSaysWhatToDo() {
        robot.interact(() -> {
            canvas.reset();
            canvas.placeholder("Connect a device.");
        });
        until(() -> robot.lookup("Connect a device.").queryLabeled().isVisible());
        robot.push(KeyCode.DOWN).push(KeyCode.PAGE_UP).push(KeyCode.END).clickOn(canvas);
        assertEquals(-1, on(() -> canvas.selectedRowProperty().get()));
    }

    /** A number beside the strip that tells of packets held further up would be that of a row that nobody sees. */
    @Test
    void theStripOfHeldPacketsHidesTheNumbersOfItsRowsToo() {
        Traces held = Traces.busy(1, 40, 0);
        held.hold(1, Traces.UP, Traces.publish(1, 7, "plant/press-1/state"));
        for (int i = 0; i < 60; i++) {
            held.handshake(1, 2, "x");
        }
        robot.interact(() -> canvas.show(held.snapshot()));
        until(() -> canvas.rows().size() == held.snapshot().rowCount() && scroll() == lastScroll());
        robot.interact(() -> {
            canvas.viewport().userScrollTo(100);
            canvas.invalidate();
        });
        until(() -> scroll() == 100);
        WritableImage image = on(() -> canvas.snapshot(null, null));
        int ground = image.getPixelReader().getArgb(2, (int) Metrics.HEAD + 2);
        for (int y = (int) Metrics.HEAD + 1; y < Metrics.HEAD + 24; y++) {
            for (int x = 10; x < 140; x++) {
                assertEquals(ground, image.getPixelReader().getArgb(x, y), "at " + x + ", " + y);
            }
        }
    }

    @Test
    void nothingIsPaintedWhileNothingChanges() {
        Picture painted = on(() -> canvas.picture().orElseThrow());
        robot.interact(canvas::paint);
        assertTrue(painted == on(() -> canvas.picture().orElseThrow()));
    }
}
