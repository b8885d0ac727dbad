package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.Hold;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.exchange.Step;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.Texts;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The sequence diagram. One canvas, exactly as large as what is seen, on which only the visible rows are painted, at
 * most once a frame and only if something has changed. It shows the newest row until the user scrolls.
 *
 * <p>It does not run by itself: it calls {@code arm} when there is something to paint, and wants {@link #paint} to be
 * called in the next frame. For the JavaFX thread.
 */
public final class SequenceCanvas extends Region {

    private static final Texts TEXT = Texts.of(SequenceCanvas.class);
    private static final Duration HELD_TICK = Duration.millis(100);

    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
    private final IntegerProperty selectedRow = new SimpleIntegerProperty(-1);
    private final BooleanProperty live = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final DiagramModel model = new DiagramModel();
    private final Viewport viewport = new Viewport();
    private final Wording wording;
    private final LongSupplier clock;
    private final Runnable arm;
    private final CanvasParts parts;
    private final CanvasPainter painter;
    private final Timeline heldTick = new Timeline(new KeyFrame(HELD_TICK, _ -> invalidate()));
    private IntConsumer onChoose = _ -> { };
    private IntConsumer onOpen = _ -> { };
    private Picture picture;
    private double scrollX = Double.NaN;
    private int hovered = -1;
    private boolean dirty = true;
    private boolean overlayDirty = true;

    /**
     * @param clock what time it is, in nanoseconds since 1970-01-01T00:00Z: until when a held packet has stood
     * @param arm   asks for a call of {@link #paint} in the next frame
     */
    public SequenceCanvas(Wording wording, LongSupplier clock, Runnable arm) {
        this.wording = wording;
        this.clock = clock;
        this.arm = arm;
        parts = new CanvasParts(this);
        painter = new CanvasPainter(model, viewport, parts, wording);
        getChildren().addAll(parts.nodes());
        setFocusTraversable(true);
        setMinSize(120, 80);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(TEXT.get("accessible"));
        getStyleClass().add("sequence-canvas");
        heldTick.setCycleCount(Animation.INDEFINITE);
        palette.addListener(_ -> invalidate());
        selectedRow.addListener(_ -> {
            invalidateOverlay();
            tell();
        });
        live.addListener(_ -> invalidate());
        new CanvasGestures(this);
    }

    // ------------------------------------------------------------------ what is shown

    /** Another trace comes: forgets rows, selection, filter and scroll position. */
    public void reset() {
        model.reset();
        viewport.rows(0);
        viewport.follow();
        selectedRow.set(-1);
        hovered = -1;
        scrollX = Double.NaN;
        invalidate();
    }

    /**
     * Takes over a newer snapshot of the trace.
     *
     * @return whether all of it; of a very long one only a part, and this is to be called again in the next frame
     */
    public boolean show(TraceSnapshot trace) {
        boolean complete = model.show(trace);
        viewport.rows(model.rows().size());
        invalidate();
        return complete;
    }

    /**
     * Shows only some rows, with the lifelines that occur in them.
     *
     * @param ascending rows of the trace, of which the first {@code size} count; null for all
     */
    public void filter(int[] ascending, int size) {
        model.filter(ascending, size);
        viewport.rows(model.rows().size());
        invalidate();
    }

    /** The rows that are shown. */
    public ShownRows rows() {
        return model.rows();
    }

    /** Whether lifelines are left out that have no packet near what is seen. */
    public void busyLanesOnly(boolean on) {
        model.busyLanesOnly(on);
        invalidate();
    }

    /** The colours. */
    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Whether the trace grows: then it can be followed, and the time of a held packet runs. */
    public BooleanProperty liveProperty() {
        return live;
    }

    /** What to show while there are no rows: what to do to get some. */
    public void placeholder(String text) {
        parts.placeholder.setText(text);
    }

    // ------------------------------------------------------------------ selection

    /** Row of the trace that is selected; -1 for none. Setting it does not scroll: see {@link #reveal}. */
    public IntegerProperty selectedRowProperty() {
        return selectedRow;
    }

    /** Told of the row that the user chooses here; -1 when the user chooses none. */
    public void onChoose(IntConsumer listener) {
        onChoose = listener;
    }

    /** Told of the row that the user opens by a double click or Enter. */
    public void onOpen(IntConsumer listener) {
        onOpen = listener;
    }

    /** Says the selected row to those who cannot see it. */
    private void tell() {
        int row = selectedRow.get();
        Optional<Mark> mark = picture == null || row < 0 ? Optional.empty()
                : picture.page().marks().stream().filter(shown -> shown.row() == row).findFirst();
        setAccessibleText(mark.map(wording::note).orElse(TEXT.get("accessible")));
    }

    /** Scrolls to a row, unless it is in sight or not shown at all. */
    public void reveal(int row) {
        if (row >= 0 && model.rows().contains(row)) {
            double before = viewport.scroll();
            viewport.centre(model.rows().indexOf(row));
            if (viewport.scroll() != before) {
                viewport.stopFollowing();
                invalidate();
            }
        }
    }

    /** As if the user had clicked on the row at an index; beyond the rows, on nothing. */
    void choose(int index) {
        boolean hit = index >= 0 && index < model.rows().size();
        selectedRow.set(hit ? model.rows().row(index) : -1);
        if (hit) {
            viewport.stopFollowing();
            viewport.reveal(index);
        }
        invalidate();
        onChoose.accept(selectedRow.get());
    }

    void open() {
        if (selectedRow.get() >= 0) {
            onOpen.accept(selectedRow.get());
        }
    }

    /** Exchange of the selected row; -1 for none. */
    public int selectedExchange() {
        int row = selectedRow.get();
        return row < 0 || row >= model.index().rows() ? -1 : model.trace().exchangeId(row);
    }

    // ------------------------------------------------------------------ copying

    /** The rows that are in sight. */
    public Extract inSight() {
        int first = Math.min((int) viewport.scroll(), model.rows().size());
        int count = Math.min((int) Math.ceil(viewport.visible()), model.rows().size() - first);
        return new Extract(model.trace(), ShownRows.of(IntStream.range(first, first + count)
                .map(model.rows()::row).toArray()));
    }

    /** The rows of the selected exchange; empty if none is selected. */
    public Optional<Extract> inExchange() {
        int exchange = selectedExchange();
        return exchange < 0 ? Optional.empty() : Optional.of(new Extract(model.trace(), ShownRows.of(
                model.trace().exchange(exchange).steps().stream().mapToInt(Step::row).toArray())));
    }

    /** All rows that are shown. */
    public Extract whole() {
        return new Extract(model.trace(), model.rows());
    }

    public Wording wording() {
        return wording;
    }

    // ------------------------------------------------------------------ scrolling and zooming

    /** Whether the newest row stays in sight. */
    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Whether to show the newest row from now on, or to stay where it is. */
    public void follow(boolean on) {
        if (on) {
            viewport.follow();
        } else {
            viewport.stopFollowing();
        }
        invalidate();
    }

    /** Height of a row in pixels; below {@value Viewport#LOWEST_ROW} it is an overview. */
    public double rowHeight() {
        return viewport.rowHeight();
    }

    public void rowHeight(double pixels) {
        viewport.rowHeight(pixels);
        invalidate();
    }

    public void zoomIn() {
        viewport.zoomIn(parts.rowsHeight() / 2);
        invalidate();
    }

    public void zoomOut() {
        viewport.zoomOut(parts.rowsHeight() / 2);
        invalidate();
    }

    /** Zooms out until all rows fit. */
    public void zoomToAll() {
        viewport.rowHeight(Double.MIN_NORMAL);
        invalidate();
    }

    /** Back to the height that is pleasant to read. */
    public void zoomReset() {
        viewport.rowHeight(Metrics.COMFORTABLE);
        invalidate();
    }

    Viewport viewport() {
        return viewport;
    }

    DiagramModel model() {
        return model;
    }

    double scrollX() {
        return Double.isNaN(scrollX) ? 0 : scrollX;
    }

    void scrollX(double pixels) {
        scrollX = pixels;
        invalidate();
    }

    void hover(int index) {
        if (index != hovered) {
            hovered = index;
            invalidateOverlay();
        }
    }

    int hovered() {
        return hovered;
    }

    // ------------------------------------------------------------------ painting

    /** What was painted last; empty before the first time. */
    Optional<Picture> picture() {
        return Optional.ofNullable(picture);
    }

    void invalidate() {
        dirty = true;
        overlayDirty = true;
        arm.run();
    }

    private void invalidateOverlay() {
        overlayDirty = true;
        arm.run();
    }

    @Override
    protected void layoutChildren() {
        parts.layout(getWidth(), getHeight());
        viewport.height(parts.rowsHeight());
        invalidate();
    }

    /** Paints if something has changed since the last time. To be called once a frame, while the diagram shows. */
    public void paint() {
        if (parts.width() < 1 || parts.rowsHeight() < 1) {
            return;
        }
        if (dirty) {
            dirty = false;
            picture = painter.base(palette.get(), scrollX, now());
            scrollX = picture.sheet().scrollX();
            parts.update(picture);
            following.set(viewport.isFollowing());
            tick(live.get() && picture.page().holds().stream().anyMatch(Hold::isOpen));
        }
        if (overlayDirty) {
            overlayDirty = false;
            painter.overlay(picture, palette.get(), selectedRow.get(), selectedExchange(), hovered);
        }
    }

    private void tick(boolean on) {
        if (on) {
            heldTick.play();
        } else {
            heldTick.stop();
        }
    }

    /** The diagram is not seen any more: time stands still. */
    public void pause() {
        heldTick.stop();
        dirty = true;
    }

    private long now() {
        int rows = model.index().rows();
        return live.get() ? clock.getAsLong() : rows == 0 ? 0 : model.trace().timeNanos(rows - 1);
    }
}
