package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Alarm;
import dev.fourshake.model.diagram.Elapsed;
import dev.fourshake.model.diagram.Elide;
import dev.fourshake.model.diagram.Hold;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.paint.Pen.Dash;

/** Paints a page whose rows are high enough to be told apart. */
public final class PagePainter {

    private static final double LEAST_TEXT_DISTANCE = 15;
    /** Of rows between whose numbers there is room for a pause. */
    private static final double LEAST_PAUSE_HEIGHT = 24;
    private static final double OPEN_END = 14;
    /** Between a lifeline and what is said of its connection. */
    private static final double BESIDE_LANE = 14;
    private static final double EDGE = 6;

    private final Sheet sheet;
    private final Pen pen;
    private final Page page;
    private final BarEdges edges;

    public PagePainter(Sheet sheet, Page page) {
        this.sheet = sheet;
        this.pen = sheet.pen();
        this.page = page;
        this.edges = new BarEdges(page);
    }

    /** Everything, beginning with one opaque ground. */
    public void paint() {
        pen.fill(0, 0, sheet.width(), sheet.height(), Ink.CANVAS);
        if (page.heads().isEmpty()) {
            return;
        }
        grounds();
        page.pauses().forEach(this::pause);
        new HeadPainter(sheet).lifelines(page);
        page.holds().forEach(this::hold);
        BarPainter bars = new BarPainter(sheet, end());
        page.bars().forEach(bars::paint);
        page.marks().forEach(this::mark);
        gutter();
        page.pauses().forEach(this::pauseText);
        new StandingPainter(sheet).paint(page.holds());
        new HeadPainter(sheet).heads(page);
    }

    /** Only what belongs to one exchange, without a ground: for what is painted over a faded picture. */
    public void paintExchange(int exchange) {
        page.holds().stream().filter(hold -> hold.exchange() == exchange).forEach(this::hold);
        BarPainter bars = new BarPainter(sheet, end());
        page.bars().stream().filter(bar -> bar.exchange() == exchange).forEach(bars::paint);
        page.marks().stream().filter(mark -> mark.exchange() == exchange).forEach(this::mark);
        new StandingPainter(sheet).paint(page.holds());
    }

    /** Down to here reaches what has not ended: a little below the last row. */
    private double end() {
        return sheet.y(page.end()) + OPEN_END;
    }

    private void grounds() {
        double height = sheet.metrics().rowHeight();
        for (Mark mark : page.marks()) {
            if (mark.alarm() == Alarm.ERROR) {
                double top = sheet.y(mark.index());
                pen.fill(sheet.left(), top, sheet.width() - sheet.left(), Math.max(1, height), Ink.ERROR_FILL);
            }
        }
    }

    private void pause(Page.Pause pause) {
        double y = sheet.y(pause.index());
        pen.line(sheet.left(), y, sheet.width(), y, Ink.LANE, 1, Dash.DOTTED);
    }

    /** The standing line of a held packet. */
    private void hold(Hold hold) {
        double x = sheet.tap(hold.client(), hold.broker());
        double top = hold.from() < sheet.scroll() ? Metrics.HEAD : sheet.line(hold.from());
        double bottom = Math.min(sheet.height(), hold.isOpen() ? end() : sheet.line(hold.to()));
        pen.line(x, top, x, bottom, Ink.HELD, 2, Dash.DASHED);
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.Arrow arrow -> {
                pen.group(sheet.wording().note(arrow));
                new ArrowPainter(sheet, edges).paint(arrow);
                if (sheet.hasWords()) {
                    new LabelPainter(sheet, page).paint(arrow, standing(arrow));
                }
                pen.endGroup();
            }
            case Mark.Opened _ -> note(mark, true);
            case Mark.Ended _, Mark.Missed _ -> note(mark, false);
        }
    }

    /** How long the packet of a row has stood at the tap; -1 if it did not. */
    private long standing(Mark.Arrow arrow) {
        for (Hold hold : page.holds()) {
            if (hold.from() == arrow.index() || hold.to() == arrow.index()) {
                return hold.nanos(sheet.now());
            }
        }
        return -1;
    }

    private void note(Mark mark, boolean begins) {
        int lane = mark.client() >= 0 ? mark.client() : mark.broker();
        double x = sheet.x(lane);
        double y = sheet.line(mark.index());
        Ink ink = Ink.of(mark.alarm());
        double radius = Math.min(4.5, sheet.metrics().rowHeight() / 3);
        pen.box(x - radius, y - radius, 2 * radius, 2 * radius, radius, begins ? Ink.OK : Ink.CANVAS);
        if (!begins) {
            pen.outline(x - radius, y - radius, 2 * radius, 2 * radius, radius, ink, 1.5);
        }
        if (sheet.hasWords()) {
            noteText(mark, x, y, ink);
        }
    }

    /** Beside its lifeline towards the broker, and where there is no room, on the side where there is more. */
    private void noteText(Mark mark, double x, double y, Ink ink) {
        double leftRoom = x - BESIDE_LANE - sheet.left() - EDGE;
        double rightRoom = sheet.width() - EDGE - BESIDE_LANE - x;
        boolean leftwards = mark.client() >= 0 && mark.client() > mark.broker();
        String text = sheet.wording().note(mark);
        boolean seen = x >= sheet.left() && x <= sheet.width();
        if (seen && width(text) > (leftwards ? leftRoom : rightRoom)) {
            leftwards = leftRoom > rightRoom;
            double room = Math.max(leftRoom, rightRoom);
            text = Elide.middle(width(text) > room ? sheet.wording().shortNote(mark) : text, room, this::width);
        }
        double width = width(text);
        double left = leftwards ? x - width - BESIDE_LANE : x + BESIDE_LANE;
        pen.fill(left - 3, y - 8, width + 6, 15, Ink.CANVAS);
        pen.text(left, y + 3.5, text, Face.SMALL, ink);
    }

    private double width(String text) {
        return pen.width(Face.SMALL, text);
    }

    /** Stands between two rows, where their own times leave room for it. */
    private void pauseText(Page.Pause pause) {
        String text = sheet.wording().pause(pause.nanos());
        if (pen.width(Face.SMALL_BOLD, text) + 12 > sheet.left()) {
            text = Elapsed.text(pause.nanos());
        }
        if (sheet.metrics().rowHeight() >= LEAST_PAUSE_HEIGHT) {
            double x = sheet.left() - RowText.RIGHT - pen.width(Face.SMALL_BOLD, text);
            pen.text(x, sheet.y(pause.index()) + 3.5, text, Face.SMALL_BOLD, Ink.TEXT_MUTED);
        }
    }

    private void gutter() {
        pen.fill(0, Metrics.HEAD, sheet.left(), sheet.height() - Metrics.HEAD, Ink.CANVAS);
        pen.line(sheet.left() - 0.5, Metrics.HEAD, sheet.left() - 0.5, sheet.height(), Ink.GRID, 1, Dash.SOLID);
        double last = Double.NEGATIVE_INFINITY;
        for (Mark mark : page.marks()) {
            double y = sheet.y(mark.index());
            double height = Math.max(1, sheet.metrics().rowHeight());
            if (mark.alarm() != Alarm.NONE) {
                pen.fill(sheet.left() - 4, y, 3, height, Ink.of(mark.alarm()));
            }
            if (y - last >= LEAST_TEXT_DISTANCE) {
                last = y;
                double line = sheet.line(mark.index());
                new RowText(sheet).write(mark.row(), mark.timeNanos(), sheet.isRoomy() ? line - 2 : line + 3.5);
            }
        }
    }
}
