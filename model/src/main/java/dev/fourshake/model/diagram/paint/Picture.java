package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.DiagramIndex;
import dev.fourshake.model.diagram.LaneSet;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.PageLayout;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.trace.TraceSnapshot;

/**
 * Some rows of a diagram with the lifelines that occur in them, laid out and not yet painted: for documents, which show
 * them whole.
 *
 * @param index of the trace's rows
 */
public record Picture(DiagramIndex index, Page page, Metrics metrics, Geometry geometry, double height, Wording wording,
                      long now) {

    /** Room for row numbers and times at the left. */
    private static final double GUTTER = 150;
    private static final double FOOT = 12;

    /**
     * @param first index of the first row
     * @param count how many rows
     * @param room  the width that there is: what needs more is wider
     */
    public static Picture of(TraceSnapshot trace, ShownRows rows, int first, int count, double room, Wording wording) {
        DiagramIndex index = new DiagramIndex();
        index.extend(trace);
        LaneSet lanes = LaneSet.of(trace, index, rows, first, Math.min(rows.size(), first + count));
        Page page = PageLayout.page(trace, index, rows, lanes, first, count);
        Metrics metrics = new Metrics(Metrics.COMFORTABLE, GUTTER, 1);
        double height = Metrics.HEAD + page.count() * metrics.rowHeight() + FOOT;
        long now = page.count() == 0 ? 0 : trace.timeNanos(rows.row(page.end() - 1));
        return new Picture(index, page, metrics, new Geometry(lanes.lanes(), metrics, room), height, wording, now);
    }

    public double width() {
        return geometry.width();
    }

    public void paint(Pen pen) {
        new PagePainter(new Sheet(pen, metrics, geometry, wording, page.first(), 0, width(), height, now), page)
                .paint();
    }
}
