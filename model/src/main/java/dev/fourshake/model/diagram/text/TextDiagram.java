package dev.fourshake.model.diagram.text;

import dev.fourshake.model.diagram.DiagramIndex;
import dev.fourshake.model.diagram.LaneSet;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.PageLayout;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.function.Consumer;

/**
 * Writes the sequence diagram of a trace as lines of text, one a row: whole, or piece by piece as the trace grows.
 * What is written stays: a lifeline that comes later, or turns out to be a subscriber's, brings new heads.
 *
 * <p>For one thread, and for one trace.
 */
public final class TextDiagram {

    /** How many rows are laid out together. */
    private static final int PAGE = 512;

    private final TextOptions options;
    private final Wording wording;
    private final DiagramIndex index = new DiagramIndex();
    private int written;
    private int sinceHeads;
    private int lanesRevision = -1;

    public TextDiagram(TextOptions options) {
        this.options = options;
        this.wording = new Wording(options.locale(), options.zone());
    }

    /** The whole diagram, a line break after each line. */
    public static String render(TraceSnapshot trace, TextOptions options) {
        StringBuilder text = new StringBuilder();
        TextDiagram diagram = new TextDiagram(options);
        diagram.write(trace, line -> text.append(line).append('\n'));
        if (trace.rowCount() == 0) {
            text.append(diagram.wording.text("text.empty")).append('\n');
        }
        return text.toString();
    }

    /** Writes the rows that this snapshot has more than the one before. */
    public void write(TraceSnapshot trace, Consumer<String> lines) {
        write(trace, ShownRows.all(trace.rowCount()), lines);
    }

    /**
     * Writes the rows that {@code rows} has more than at the call before.
     *
     * @param rows those to be shown; only grows from call to call
     */
    public void write(TraceSnapshot trace, ShownRows rows, Consumer<String> lines) {
        index.extend(trace);
        LaneSet lanes = rows instanceof ShownRows.All ? LaneSet.all(index)
                : LaneSet.of(trace, index, rows, 0, rows.size());
        while (written < rows.size()) {
            int count = Math.min(PAGE, rows.size() - written);
            Page page = PageLayout.page(trace, index, rows, lanes, written, count);
            write(page, lines);
            written += count;
        }
    }

    private void write(Page page, Consumer<String> lines) {
        Columns columns = new Columns(page.heads(), options.width());
        TextRows rows = new TextRows(page, columns, options, wording);
        if (lanesRevision != index.lanesRevision()) {
            lanesRevision = index.lanesRevision();
            sinceHeads = 0;
        }
        for (int i = page.first(); i < page.end(); i++) {
            if (sinceHeads == 0) {
                rows.heads().forEach(lines);
            }
            rows.lines(i).forEach(lines);
            sinceHeads = sinceHeads + 1 == options.headEvery() ? 0 : sinceHeads + 1;
        }
    }

    /** What the lines mean, in one line. */
    public String legend() {
        Glyphs glyphs = options.unicode() ? Glyphs.UNICODE : Glyphs.ASCII;
        return wording.text("text.legend", stroke(glyphs.thin(), glyphs), stroke(glyphs.qos1(), glyphs),
                stroke(glyphs.qos2(), glyphs), glyphs.inFlight(), glyphs.here(), glyphs.away());
    }

    private static String stroke(char c, Glyphs glyphs) {
        return String.valueOf(c).repeat(2) + glyphs.right();
    }
}
