package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Elide;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Page;

/** Names the end of an arrow that is scrolled out of sight, at the edge behind which it is. */
final class EdgeTags {

    private static final double WIDEST = 120;
    private static final double GAP = 6;

    private final Sheet sheet;
    private final Page page;

    EdgeTags(Sheet sheet, Page page) {
        this.sheet = sheet;
        this.page = page;
    }

    /** What stands at the left edge; empty where no end is behind it. */
    String left(Mark mark) {
        int lane = Math.min(mark.client(), mark.broker());
        return lane >= 0 && sheet.x(lane) < sheet.left() ? "‹ " + name(lane) : "";
    }

    /** What stands at the right edge; empty where no end is behind it. */
    String right(Mark mark) {
        int lane = Math.max(mark.client(), mark.broker());
        return sheet.x(lane) > sheet.width() ? name(lane) + " ›" : "";
    }

    /** How far a tag reaches from its edge. */
    double reach(String tag) {
        return tag.isEmpty() ? 0 : sheet.pen().width(Face.SMALL_BOLD, tag) + 2 * GAP;
    }

    void paint(Mark mark, double baseline, Ink ground) {
        String left = left(mark);
        String right = right(mark);
        if (!left.isEmpty()) {
            tag(left, sheet.left() + GAP, baseline, ground);
        }
        if (!right.isEmpty()) {
            tag(right, sheet.width() - reach(right) + GAP, baseline, ground);
        }
    }

    private void tag(String text, double x, double baseline, Ink ground) {
        sheet.pen().fill(x - 2, baseline - 10, sheet.pen().width(Face.SMALL_BOLD, text) + 4, 13, ground);
        sheet.pen().text(x, baseline, text, Face.SMALL_BOLD, Ink.TEXT_MUTED);
    }

    private String name(int lane) {
        return Elide.middle(sheet.wording().title(page.heads().get(lane)), WIDEST,
                text -> sheet.pen().width(Face.SMALL_BOLD, text));
    }
}
