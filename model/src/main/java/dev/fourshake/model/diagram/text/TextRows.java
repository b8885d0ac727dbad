package dev.fourshake.model.diagram.text;

import dev.fourshake.model.diagram.Bar;
import dev.fourshake.model.diagram.Elide;
import dev.fourshake.model.diagram.Head;
import dev.fourshake.model.diagram.Hold;
import dev.fourshake.model.diagram.Lane;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of one page: its heads, and one or two for each row. */
final class TextRows {

    private final Page page;
    private final Columns columns;
    private final TextOptions options;
    private final Wording wording;
    private final Glyphs glyphs;
    private final Map<Integer, Mark> marks = new HashMap<>();
    private final Map<Integer, Page.Pause> pauses = new HashMap<>();

    TextRows(Page page, Columns columns, TextOptions options, Wording wording) {
        this.page = page;
        this.columns = columns;
        this.options = options;
        this.wording = wording;
        this.glyphs = options.unicode() ? Glyphs.UNICODE : Glyphs.ASCII;
        page.marks().forEach(mark -> marks.put(mark.index(), mark));
        page.pauses().forEach(pause -> pauses.put(pause.index(), pause));
    }

    /** A blank line and the names of the lifelines, with what is known of them. */
    List<String> heads() {
        TextLine names = line();
        TextLine details = line();
        for (int lane = 0; lane < page.heads().size(); lane++) {
            Head head = page.heads().get(lane);
            if (columns.isShared() && head.lane().kind() != Lane.Kind.BROKER) {
                continue;
            }
            centre(names, lane, wording.title(head), Tint.BOLD);
            centre(details, lane, wording.shortSubtitle(head), Tint.FAINT);
        }
        return List.of("", names.toString(), details.toString());
    }

    private void centre(TextLine line, int lane, String text, Tint tint) {
        String fitting = Elide.middle(text, columns.room(lane), TerminalWidth::of);
        line.put(columns.x(lane) - TerminalWidth.of(fitting) / 2, fitting, tint);
    }

    /** The row at {@code index}, a pause before it included; nothing if its lane is hidden. */
    List<String> lines(int index) {
        List<String> lines = new ArrayList<>();
        if (pauses.containsKey(index)) {
            lines.add(pause(index, pauses.get(index).nanos()));
        }
        Mark mark = marks.get(index);
        if (mark != null) {
            TextLine line = ground(index);
            line.put(0, String.format("%6d %s", mark.row() + 1, wording.clock(mark.timeNanos())), Tint.FAINT);
            if (columns.isShared() && mark.client() >= 0) {
                String name = wording.title(page.heads().get(mark.client()));
                int room = columns.x(mark.client()) - Columns.GUTTER - 1;
                line.put(Columns.GUTTER, Elide.middle(name, room, TerminalWidth::of), Tint.BOLD);
            }
            new TextMark(line, columns, glyphs, wording).paint(mark);
            lines.add(line.toString());
        }
        return lines;
    }

    private String pause(int index, long nanos) {
        TextLine line = ground(index);
        String dots = String.valueOf(glyphs.pause()).repeat(3);
        line.put(Columns.GUTTER - 1, " " + dots + " " + wording.pause(nanos) + " " + dots + " ", Tint.FAINT);
        return line.toString();
    }

    /** The lifelines as they are at a row, with what stands on them. */
    private TextLine ground(int index) {
        TextLine line = line();
        for (int lane = 0; lane < page.heads().size(); lane++) {
            boolean here = page.heads().get(lane).here().stream()
                    .anyMatch(span -> span.from() <= index && index <= span.to());
            line.put(columns.x(lane), here || columns.isShared() ? glyphs.here() : glyphs.away(), Tint.FAINT);
        }
        for (Bar bar : page.bars()) {
            if (bar.from() <= index && index <= bar.to() && !columns.isShared()) {
                line.put(columns.x(bar.lane()), glyphs.inFlight(), Tint.of(bar.family()));
            }
        }
        for (Hold hold : page.holds()) {
            if (hold.from() < index && index < hold.to()) {
                line.put(TextMark.tap(columns, hold.client(), hold.broker()), glyphs.standing(), Tint.YELLOW);
            }
        }
        return line;
    }

    private TextLine line() {
        return new TextLine(columns.width(), options);
    }
}
