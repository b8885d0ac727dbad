package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.PagePainter;
import dev.fourshake.model.diagram.paint.Pen;
import dev.fourshake.model.diagram.paint.Pen.Dash;

/** Paints what the pointer is on and what is selected, over the diagram and without touching it. */
final class Overlay {

    private static final double DIM = 0.5;
    private static final double BAND = 0.16;
    private static final double HINT = 0.09;

    private final Picture picture;
    private final Pen pen;

    Overlay(Picture picture) {
        this.picture = picture;
        this.pen = picture.sheet().pen();
    }

    /** @param exchange of the selected row; the others are dimmed, if one of its arrows is in sight */
    void selection(int index, int exchange) {
        double width = picture.sheet().width();
        double left = picture.sheet().metrics().gutter();
        if (!picture.overview() && picture.has(exchange)) {
            pen.veil(left, Metrics.HEAD, width - left, picture.sheet().height() - Metrics.HEAD, Ink.CANVAS, DIM);
            new PagePainter(picture.sheet(), picture.page()).paintExchange(exchange);
        }
        double top = picture.sheet().y(index);
        double bottom = picture.sheet().y(index + 1);
        if (bottom >= Metrics.HEAD && top <= picture.sheet().height()) {
            double visibleTop = Math.max(Metrics.HEAD, top);
            pen.veil(0, visibleTop, width, Math.max(1, bottom - visibleTop), Ink.SELECTION_EDGE, BAND);
            pen.line(0, visibleTop, width, visibleTop, Ink.SELECTION_EDGE, 1, Dash.SOLID);
            pen.line(0, Math.max(bottom, visibleTop + 2), width, Math.max(bottom, visibleTop + 2),
                    Ink.SELECTION_EDGE, 1, Dash.SOLID);
        }
    }

    /** The row that the pointer is on, and the others of its exchange. */
    void hover(int index) {
        band(index, BAND);
        int exchange = picture.mark(index).map(Mark::exchange).orElse(-1);
        for (Mark mark : picture.page().marks()) {
            if (exchange >= 0 && mark.exchange() == exchange && mark.index() != index) {
                band(mark.index(), HINT);
            }
        }
    }

    private void band(int index, double opacity) {
        double top = Math.max(Metrics.HEAD, picture.sheet().y(index));
        double bottom = picture.sheet().y(index + 1);
        if (bottom > top) {
            pen.veil(0, top, picture.sheet().width(), bottom - top, Ink.SELECTION_EDGE, opacity);
        }
    }
}
