package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.PagePainter;
import dev.fourshake.model.diagram.paint.Pen;
import dev.fourshake.model.diagram.paint.Pen.Dash;
import java.util.List;
import java.util.function.IntPredicate;

/** Paints what the pointer is on and what is selected, over the diagram and without touching it. */
final class Overlay {

    private static final double DIM = 0.5;
    private static final double BAND = 0.16;
    private static final double HINT = 0.09;
    private static final double KIN = 0.06;
    private static final double RULE = 3;

    private final Picture picture;
    private final Pen pen;

    Overlay(Picture picture) {
        this.picture = picture;
        this.pen = picture.sheet().pen();
    }

    /**
     * The selected row and what belongs to it; the rest is dimmed, if there is such in sight.
     *
     * @param exchange    of the selected row
     * @param sameMessage which other exchanges carry the same message, to the broker or to a subscriber
     */
    void selection(int index, int exchange, IntPredicate sameMessage) {
        double width = picture.sheet().width();
        double left = picture.sheet().metrics().gutter();
        List<Mark> others = picture.page().marks().stream().filter(mark -> sameMessage.test(mark.exchange())).toList();
        if (!picture.overview() && (picture.has(exchange) || !others.isEmpty())) {
            pen.veil(left, Metrics.HEAD, width - left, picture.sheet().height() - Metrics.HEAD, Ink.CANVAS, DIM);
            PagePainter painter = new PagePainter(picture.sheet(), picture.page());
            others.stream().mapToInt(Mark::exchange).distinct().forEach(painter::paintExchange);
            painter.paintExchange(exchange);
            others.forEach(mark -> sameMessage(mark.index()));
        }
        double top = picture.sheet().y(index);
        double bottom = picture.sheet().y(index + 1);
        if (bottom >= Metrics.HEAD && top <= picture.sheet().height()) {
            double visibleTop = Math.max(Metrics.HEAD, top);
            pen.veil(0, visibleTop, width, Math.max(1, bottom - visibleTop), Ink.SELECTION_EDGE, BAND);
            // Not through the pause that is told between two numbers.
            pen.line(left, visibleTop, width, visibleTop, Ink.SELECTION_EDGE, 1, Dash.SOLID);
            pen.line(left, Math.max(bottom, visibleTop + 2), width, Math.max(bottom, visibleTop + 2),
                    Ink.SELECTION_EDGE, 1, Dash.SOLID);
        }
    }

    /** A row of the same message in another exchange: a tint, and a rule at its edge. */
    private void sameMessage(int index) {
        band(index, KIN);
        double top = Math.max(Metrics.HEAD, picture.sheet().y(index));
        double bottom = picture.sheet().y(index + 1);
        if (bottom > top) {
            pen.fill(0, top, RULE, bottom - top, Ink.SELECTION_EDGE);
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
