package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Bar;

/**
 * Paints the bars of what is in flight. A bar is full where its end owes the next packet, and hollow where it waits
 * for the other end.
 */
final class BarPainter {

    private static final double WIDTH = BarEdges.WIDTH;

    private final Sheet sheet;
    private final double end;

    /** @param end height down to which those reach that have not ended */
    BarPainter(Sheet sheet, double end) {
        this.sheet = sheet;
        this.end = end;
    }

    void paint(Bar bar) {
        double top = Math.max(Metrics.HEAD - 4, sheet.line(Math.max(bar.from(), (int) sheet.scroll() - 2)));
        double bottom = Math.min(sheet.height() + 4, bar.isOpen() ? end : sheet.line(bar.to()));
        double height = Math.max(2, bottom - top);
        if (bottom < Metrics.HEAD || top > sheet.height()) {
            return;
        }
        double offset = BarEdges.near(bar);
        double x = sheet.metrics().snap(sheet.x(bar.lane()) + (bar.towards() > 0 ? offset : -offset - WIDTH));
        Ink ink = Ink.of(bar.family());
        Pen pen = sheet.pen();
        if (bar.owes()) {
            pen.fill(x, top, WIDTH, height, ink);
        } else {
            pen.fill(x, top, WIDTH, height, Ink.IN_FLIGHT);
            pen.outline(x, top, WIDTH, height, 0, ink, 1);
        }
        if (bar.count() > 1 && sheet.hasWords()) {
            String count = "×" + bar.count();
            double width = pen.width(Face.SMALL_BOLD, count);
            double textX = bar.towards() > 0 ? x + WIDTH + 2 : x - width - 2;
            pen.text(textX, Math.min(bottom, Math.max(top, Metrics.HEAD) + 14), count, Face.SMALL_BOLD, ink);
        }
    }
}
