package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.paint.Metrics;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * What mouse, touchpad and keys do in the diagram. The wheel scrolls, with Ctrl it zooms around the pointer, with
 * Shift it scrolls sideways; a touchpad moves the rows pixel by pixel.
 */
final class CanvasGestures {

    private static final double ZOOM_PER_PIXEL = 1.005;
    private static final double SIDEWAYS = 60;

    private final SequenceCanvas canvas;
    private final Viewport viewport;
    private final RowTooltip tooltip;

    CanvasGestures(SequenceCanvas canvas) {
        this.canvas = canvas;
        this.viewport = canvas.viewport();
        this.tooltip = new RowTooltip(canvas);
        canvas.setOnScroll(this::scroll);
        canvas.setOnZoom(event -> {
            zoom(event.getZoomFactor(), event.getY());
            event.consume();
        });
        canvas.setOnMouseMoved(this::move);
        canvas.setOnMouseExited(_ -> {
            canvas.hover(-1);
            tooltip.hide();
        });
        canvas.setOnMousePressed(this::press);
        canvas.setOnKeyPressed(this::key);
    }

    private void scroll(ScrollEvent event) {
        tooltip.hide();
        if (event.isShortcutDown()) {
            zoom(Math.pow(ZOOM_PER_PIXEL, event.getDeltaY()), event.getY());
        } else {
            boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
            double x = sideways ? event.getDeltaY() : event.getDeltaX();
            double y = sideways ? 0 : event.getDeltaY();
            if (x != 0) {
                canvas.scrollX(canvas.scrollX() - x);
            }
            if (y != 0) {
                viewport.userScrollTo(viewport.scroll() - y / viewport.rowHeight());
                canvas.invalidate();
            }
        }
        move(event.getY());
        event.consume();
    }

    private void zoom(double factor, double y) {
        viewport.zoom(factor, Math.max(0, y - Metrics.HEAD));
        canvas.invalidate();
    }

    private void move(MouseEvent event) {
        move(event.getY());
        tooltip.moved(event);
    }

    private void move(double y) {
        canvas.hover(index(y));
    }

    /** Index of the row at a height; -1 over the heads. */
    private int index(double y) {
        return y < Metrics.HEAD ? -1 : (int) (viewport.scroll() + (y - Metrics.HEAD) / viewport.rowHeight());
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        tooltip.hide();
        int index = index(event.getY());
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.SECONDARY) {
            canvas.choose(index);
        }
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            canvas.open();
        }
    }

    private void key(KeyEvent event) {
        boolean done = true;
        switch (event.getCode()) {
            case UP, KP_UP -> step(-1);
            case DOWN, KP_DOWN -> step(1);
            case PAGE_UP -> page(-1);
            case PAGE_DOWN -> page(1);
            case HOME -> {
                viewport.userScrollTo(0);
                viewport.stopFollowing();
            }
            case END -> viewport.follow();
            case LEFT, KP_LEFT -> canvas.scrollX(canvas.scrollX() - SIDEWAYS);
            case RIGHT, KP_RIGHT -> canvas.scrollX(canvas.scrollX() + SIDEWAYS);
            case PLUS, ADD, EQUALS -> canvas.zoomIn();
            case MINUS, SUBTRACT -> canvas.zoomOut();
            case DIGIT0, NUMPAD0 -> canvas.zoomReset();
            case ENTER -> canvas.open();
            case ESCAPE -> {
                done = !event.isShiftDown();
                if (done) {
                    canvas.choose(-1);
                }
            }
            case C -> {
                done = event.isShortcutDown();
                if (done) {
                    DiagramClipboard.copyText(canvas.inExchange().orElseGet(canvas::inSight));
                }
            }
            default -> done = false;
        }
        if (done) {
            tooltip.hide();
            canvas.invalidate();
            event.consume();
        }
    }

    /** Moves the selection, or where there is none, the rows. */
    private void step(int by) {
        int row = canvas.selectedRowProperty().get();
        if (row >= 0 && viewport.rows() > 0) {
            int at = canvas.rows().indexOf(row);
            canvas.choose(Math.clamp(at + by, 0, viewport.rows() - 1));
        } else {
            viewport.userScrollTo(viewport.scroll() + by);
        }
    }

    private void page(int by) {
        viewport.userScrollTo(viewport.scroll() + by * Math.max(1, viewport.visible() - 1));
    }
}
