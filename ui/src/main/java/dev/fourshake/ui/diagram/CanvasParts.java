package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.paint.Sheet;
import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The nodes that a {@link SequenceCanvas} is put together from. */
final class CanvasParts {

    private static final Texts TEXT = Texts.of(SequenceCanvas.class);
    private static final double GAP = 12;

    final Label placeholder = new Label();
    final Button follow = new Button(TEXT.get("follow"), new FontIcon(Feather.ARROW_DOWN));

    private final SequenceCanvas owner;
    private final Canvas base = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final ProblemRuler ruler;
    private boolean updating;

    CanvasParts(SequenceCanvas owner) {
        this.owner = owner;
        ruler = new ProblemRuler(owner::choose);
        overlay.setMouseTransparent(true);
        base.setMouseTransparent(true);
        placeholder.setWrapText(true);
        placeholder.setTextAlignment(TextAlignment.CENTER);
        placeholder.setAlignment(Pos.CENTER);
        placeholder.getStyleClass().add("text-muted");
        placeholder.setMouseTransparent(true);
        follow.setId("follow");
        follow.setFocusTraversable(false);
        follow.getStyleClass().addAll("small", "accent");
        follow.setOnAction(_ -> owner.follow(true));
        follow.setVisible(false);
        vertical.setOrientation(Orientation.VERTICAL);
        vertical.setFocusTraversable(false);
        horizontal.setFocusTraversable(false);
        horizontal.setVisible(false);
        vertical.valueProperty().addListener((_, _, value) -> {
            if (!updating) {
                owner.viewport().userScrollTo(value.doubleValue());
                owner.invalidate();
            }
        });
        horizontal.valueProperty().addListener((_, _, value) -> {
            if (!updating) {
                owner.scrollX(value.doubleValue());
            }
        });
    }

    List<Node> nodes() {
        return List.of(base, overlay, placeholder, vertical, horizontal, ruler, follow);
    }

    void layout(double width, double height) {
        double bar = vertical.prefWidth(-1);
        double inner = Math.max(0, width - bar - ProblemRuler.WIDTH);
        double thickness = horizontal.prefHeight(-1);
        double seen = Math.max(0, horizontal.isVisible() ? height - thickness : height);
        base.setWidth(inner);
        base.setHeight(seen);
        overlay.setWidth(inner);
        overlay.setHeight(seen);
        vertical.resizeRelocate(inner + ProblemRuler.WIDTH, 0, bar, height);
        ruler.relocate(inner, 0);
        ruler.setHeight(height);
        horizontal.resizeRelocate(0, height - thickness, inner, thickness);
        double labelWidth = Math.min(420, inner - 2 * GAP);
        double labelHeight = placeholder.prefHeight(labelWidth);
        placeholder.resizeRelocate((inner - labelWidth) / 2, Math.max(GAP, (height - labelHeight) / 2), labelWidth,
                labelHeight);
        follow.autosize();
        follow.relocate(inner - follow.getWidth() - GAP, height - follow.getHeight() - GAP - thickness);
    }

    double width() {
        return base.getWidth();
    }

    double height() {
        return base.getHeight();
    }

    /** Of the place for rows, under the heads. */
    double rowsHeight() {
        return Math.max(0, base.getHeight() - Metrics.HEAD);
    }

    /** Device pixels to a pixel. */
    double scale() {
        return base.getScene() == null || base.getScene().getWindow() == null ? 1
                : base.getScene().getWindow().getOutputScaleX();
    }

    CanvasPen basePen(Palette palette) {
        return new CanvasPen(base.getGraphicsContext2D(), palette, scale());
    }

    /** The same sheet, drawn on the canvas above. */
    Sheet overlay(Sheet sheet, Palette palette) {
        return sheet.withPen(new CanvasPen(overlay.getGraphicsContext2D(), palette, scale()));
    }

    /** Clears the upper canvas; what is painted on it until {@link #endOverlay} does not cover the heads. */
    void clearOverlay() {
        GraphicsContext context = overlay.getGraphicsContext2D();
        context.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        context.save();
        context.beginPath();
        context.rect(0, Metrics.HEAD, overlay.getWidth(), overlay.getHeight() - Metrics.HEAD);
        context.clip();
    }

    void endOverlay() {
        overlay.getGraphicsContext2D().restore();
    }

    /** Brings scroll bars, ruler, button and placeholder up to what was painted. */
    void update(Picture picture) {
        Viewport viewport = owner.viewport();
        updating = true;
        double last = viewport.lastScroll();
        vertical.setMax(last);
        vertical.setVisibleAmount(viewport.rows() == 0 ? last
                : last * Math.min(1, viewport.visible() / viewport.rows()));
        vertical.setUnitIncrement(3);
        vertical.setBlockIncrement(Math.max(1, viewport.visible() - 1));
        vertical.setValue(viewport.scroll());
        vertical.setVisible(last > 0);
        double hidden = picture.sheet().geometry().width() - width();
        if (horizontal.isVisible() != hidden > 1) {
            horizontal.setVisible(hidden > 1);
            owner.requestLayout();
        }
        horizontal.setMax(Math.max(0, hidden));
        horizontal.setVisibleAmount(Math.max(0, hidden) * width() / picture.sheet().geometry().width());
        horizontal.setUnitIncrement(40);
        horizontal.setBlockIncrement(width() / 2);
        horizontal.setValue(owner.scrollX());
        updating = false;
        ruler.paint(owner.model().alarms(), viewport.rows(), owner.paletteProperty().get());
        placeholder.setVisible(viewport.rows() == 0);
        follow.setVisible(owner.liveProperty().get() && !viewport.isFollowing() && viewport.rows() > 0);
    }
}
