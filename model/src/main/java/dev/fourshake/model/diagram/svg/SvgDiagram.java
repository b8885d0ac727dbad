package dev.fourshake.model.diagram.svg;

import dev.fourshake.model.diagram.Alarms;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.paint.Picture;
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
    private static final double LEAST_WIDTH = 1_200;

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
        Picture picture = Picture.of(trace, rows, first, count, LEAST_WIDTH, wording);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(picture, rows, "", "<style>" + style(palette)
                + "</style>\n", palette);
    }

    /**
     * All of these rows as an element for a document that has others: its {@link #style} stands there once.
     *
     * @param name makes what it names unlike what the others name
     * @param room the width that there is, in pixels; the element scales
     * @throws IllegalArgumentException with a sentence for the user, if they are more than {@value #MOST_ROWS}
     */
    public static String inline(TraceSnapshot trace, ShownRows rows, String name, double room, Palette palette,
                                Wording wording) {
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException(wording.text("svg.tooMany", rows.size(), MOST_ROWS));
        }
        return element(Picture.of(trace, rows, 0, rows.size(), room, wording), rows, "-" + name, "", palette);
    }

    /** The style sheet that the diagrams of a document share. */
    public static String style(Palette palette) {
        return SvgPen.style(palette);
    }

    private static String element(Picture picture, ShownRows rows, String suffix, String style, Palette palette) {
        Page page = picture.page();
        Wording wording = picture.wording();
        String title = wording.text("svg.title", rowNumber(rows, page.first()), rowNumber(rows, page.end() - 1));
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" \
                role="img" aria-labelledby="title%3$s desc%3$s">
                <title id="title%3$s">%4$s</title>
                <desc id="desc%3$s">%5$s</desc>
                %6$s""", SvgPen.number(picture.width()), SvgPen.number(picture.height()), suffix, SvgPen.escape(title),
                SvgPen.escape(description(page, picture.index().alarms().within(rows), wording)), style));
        picture.paint(new SvgPen(svg, palette));
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
