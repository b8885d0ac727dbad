package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.LaneSet;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Geometry;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.OverviewPainter;
import dev.fourshake.model.diagram.paint.PagePainter;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.paint.Sheet;

/** Paints what is in sight onto the two canvases of a {@link SequenceCanvas}. */
final class CanvasPainter {

    private static final double WIDE_GUTTER = 150;
    private static final double NARROW_GUTTER = 64;
    /** From this width on there is room for the times. */
    private static final double ROOM_FOR_TIMES = 860;

    private final DiagramModel model;
    private final Viewport viewport;
    private final CanvasParts parts;
    private final Wording wording;

    CanvasPainter(DiagramModel model, Viewport viewport, CanvasParts parts, Wording wording) {
        this.model = model;
        this.viewport = viewport;
        this.parts = parts;
        this.wording = wording;
    }

    /**
     * Paints the diagram.
     *
     * @param scrollX how far it is scrolled sideways; not a number at first: then the broker is brought in sight
     * @param now     until when a packet that is still held has stood
     */
    Picture base(Palette palette, double scrollX, long now) {
        int first = (int) viewport.scroll();
        int visible = (int) Math.ceil(viewport.visible());
        LaneSet lanes = model.lanes(first, visible);
        double gutter = parts.width() >= ROOM_FOR_TIMES ? WIDE_GUTTER : NARROW_GUTTER;
        Metrics metrics = new Metrics(viewport.rowHeight(), gutter, parts.scale());
        Geometry geometry = new Geometry(lanes.lanes(), metrics, parts.width());
        double left = Double.isNaN(scrollX) ? geometry.home(parts.width()) : scrollX;
        left = Math.clamp(left, 0, Math.max(0, geometry.width() - parts.width()));
        Sheet sheet = new Sheet(parts.basePen(palette), metrics, geometry, wording, viewport.scroll(), left,
                parts.width(), parts.height(), now);
        // One row more than is in sight, for a row may be cut at either edge, and one for what reaches out of it.
        Page page = model.page(lanes, first, viewport.isOverview() ? 0 : visible + 2);
        if (viewport.isOverview()) {
            new OverviewPainter(sheet, model.buckets()).paint(page);
        } else {
            new PagePainter(sheet, page).paint();
        }
        return new Picture(sheet, page, viewport.isOverview());
    }

    /**
     * Paints over a picture what is selected and what the pointer is on.
     *
     * @param row      that is selected; -1 for none
     * @param exchange that is selected; -1 for none
     * @param hovered  index of the row that the pointer is on; -1 for none
     */
    void overlay(Picture picture, Palette palette, int row, int exchange, int hovered) {
        parts.clearOverlay();
        Overlay overlay = new Overlay(new Picture(parts.overlay(picture.sheet(), palette), picture.page(),
                picture.overview()));
        if (row >= 0 && model.rows().contains(row)) {
            overlay.selection(model.rows().indexOf(row), exchange, model.sameMessage(exchange));
        }
        if (hovered >= 0 && hovered < model.rows().size() && !picture.overview()) {
            overlay.hover(hovered);
        }
        parts.endOverlay();
    }
}
