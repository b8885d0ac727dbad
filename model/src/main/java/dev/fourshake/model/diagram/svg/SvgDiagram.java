package dev.fourshake.model.diagram.svg;

import dev.fourshake.model.diagram.Alarms;
import dev.fourshake.model.diagram.DiagramIndex;
import dev.fourshake.model.diagram.LaneSet;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.PageLayout;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Geometry;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.PagePainter;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.paint.Sheet;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the sequence diagram as an SVG document that needs nothing else: no script, no font, no image. It scales
 * with its place, and names its parts for those who cannot see it.
 */
public final class SvgDiagram {

    /** More rows than this make a document that browsers cannot show. */
    public static final int MOST_ROWS = 5_000;
    private static final double GUTTER = 150;
    private static final double LEAST_WIDTH = 1_200;
    private static final double FOOT = 12;

    private SvgDiagram() {
    }

    /** The whole trace on white paper. */
    public static String render(TraceSnapshot trace, Wording wording) {
        ShownRows rows = ShownRows.all(trace.rowCount());
        return render(trace, rows, 0, rows.size(), Palette.LIGHT, wording);
    }

    /**
     * Some rows, with the lifelines that occur in them.
     *
     * @param first index of the first row
     * @param count how many rows
     * @throws IllegalArgumentException with a sentence for the user, if they are more than {@value #MOST_ROWS}
     */
    public static String render(TraceSnapshot trace, ShownRows rows, int first, int count, Palette palette,
                                Wording wording) {
        if (count > MOST_ROWS) {
            throw new IllegalArgumentException(wording.text("svg.tooMany", count, MOST_ROWS));
        }
        DiagramIndex index = new DiagramIndex();
        index.extend(trace);
        LaneSet lanes = LaneSet.of(trace, index, rows, first, Math.min(rows.size(), first + count));
        Page page = PageLayout.page(trace, index, rows, lanes, first, count);
        Metrics metrics = new Metrics(Metrics.COMFORTABLE, GUTTER, 1);
        Geometry geometry = new Geometry(lanes.lanes(), metrics, LEAST_WIDTH);
        double height = Metrics.HEAD + page.count() * metrics.rowHeight() + FOOT;
        long now = page.count() == 0 ? 0 : trace.timeNanos(rows.row(page.end() - 1));

        StringBuilder svg = new StringBuilder();
        String title = wording.text("svg.title", rowNumber(rows, page.first()), rowNumber(rows, page.end() - 1));
        svg.append(String.format(Locale.ROOT, """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" \
                role="img" aria-labelledby="title desc">
                <title id="title">%3$s</title>
                <desc id="desc">%4$s</desc>
                <style>%5$s</style>
                """, SvgPen.number(geometry.width()), SvgPen.number(height), SvgPen.escape(title),
                SvgPen.escape(description(page, index.alarms().within(rows), wording)), SvgPen.style(palette)));
        new PagePainter(new Sheet(new SvgPen(svg, palette), metrics, geometry, wording, page.first(), 0,
                geometry.width(), height, now), page).paint();
        return svg.append("</svg>\n").toString();
    }

    private static int rowNumber(ShownRows rows, int index) {
        return index >= 0 && index < rows.size() ? rows.row(index) + 1 : 0;
    }

    private static String description(Page page, Alarms alarms, Wording wording) {
        String names = page.heads().stream().map(wording::title).collect(Collectors.joining(", "));
        String counts = wording.alarms(alarms, page.first(), page.end());
        return wording.text("svg.desc", page.heads().size(), names,
                counts.isEmpty() ? wording.text("svg.clean") : counts);
    }
}
