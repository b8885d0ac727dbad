package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Elide;
import dev.fourshake.model.diagram.Head;
import dev.fourshake.model.diagram.Lane.Kind;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.paint.Pen.Dash;

/** Paints the heads of the lifelines, which stay at the upper edge, and the lifelines under them. */
final class HeadPainter {

    private static final double WIDEST = 260;
    private static final double NARROW = 90;

    private final Sheet sheet;
    private final Pen pen;

    HeadPainter(Sheet sheet) {
        this.sheet = sheet;
        this.pen = sheet.pen();
    }

    void lifelines(Page page) {
        for (int lane = 0; lane < page.heads().size(); lane++) {
            double x = sheet.x(lane);
            if (x < sheet.left() || x > sheet.width()) {
                continue;
            }
            pen.line(x, Metrics.HEAD, x, sheet.height(), Ink.LANE, 1, Dash.DOTTED);
            for (Head.Span span : page.heads().get(lane).here()) {
                double top = span.from() < page.first() ? Metrics.HEAD
                        : Math.max(Metrics.HEAD, sheet.line(span.from()));
                double bottom = span.to() >= page.end() ? sheet.height() : sheet.line(span.to());
                boolean broker = page.heads().get(lane).lane().kind() == Kind.BROKER;
                pen.line(x, top, x, bottom, Ink.LANE, broker ? 2 : 1.25, Dash.SOLID);
            }
        }
    }

    void heads(Page page) {
        pen.fill(0, 0, sheet.width(), Metrics.HEAD, Ink.CANVAS);
        for (int lane = 0; lane < page.heads().size(); lane++) {
            head(page.heads().get(lane), lane);
        }
        pen.fill(0, 0, sheet.left(), Metrics.HEAD, Ink.CANVAS);
        pen.line(0, Metrics.HEAD - 0.5, sheet.width(), Metrics.HEAD - 0.5, Ink.GRID, 1, Dash.SOLID);
    }

    private void head(Head head, int lane) {
        double room = 2 * sheet.geometry().headHalf(lane);
        double x = sheet.x(lane);
        if (x + room / 2 < sheet.left() || x - room / 2 > sheet.width()) {
            return;
        }
        boolean narrow = room < NARROW;
        double padding = narrow ? 4 : 16;
        Face face = narrow ? Face.SMALL_BOLD : Face.TITLE;
        String title = fit(sheet.wording().title(head), face, room - padding);
        String details = sheet.wording().subtitle(head);
        boolean fits = pen.width(Face.SMALL, details) <= room - padding;
        String subtitle = fit(fits ? details : sheet.wording().shortSubtitle(head), Face.SMALL, room - padding);
        double words = Math.max(pen.width(face, title), pen.width(Face.SMALL, subtitle));
        double width = sheet.metrics().snap(Math.min(room, words + 24));
        double left = sheet.metrics().snap(x - width / 2);
        pen.box(left, 4, width, Metrics.HEAD - 8, 6, Ink.LANE_HEAD);
        if (head.lane().kind() == Kind.BROKER) {
            pen.outline(left, 4, width, Metrics.HEAD - 8, 6, Ink.LANE, 1.5);
        }
        pen.text(x - pen.width(face, title) / 2, 20, title, face, Ink.TEXT);
        pen.text(x - pen.width(Face.SMALL, subtitle) / 2, 35, subtitle, Face.SMALL, Ink.TEXT_MUTED);
    }

    private String fit(String text, Face face, double width) {
        return Elide.middle(text, Math.min(width, WIDEST), part -> pen.width(face, part));
    }
}
