package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Hold;
import dev.fourshake.model.diagram.paint.Pen.Dash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says below the heads how long packets have stood whose arrows are above the picture: one label for all that stand at
 * one place, and labels of neighbours below each other where they have no room side by side. They stand in a strip of
 * their own, under which the rows vanish with their numbers as they do under the heads.
 */
final class StandingPainter {

    private static final double HEIGHT = 17;
    private static final double TOP = 4;
    private static final double GAP = 3;
    private static final double PADDING = 6;
    private static final double BASELINE = 12.5;

    /** @param left of its box */
    private record Label(double left, double width, String text) {

        private boolean meets(Label other) {
            return left < other.left + other.width + GAP && other.left < left + width + GAP;
        }
    }

    private final Sheet sheet;

    StandingPainter(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Whether the time of a packet is said here, as its arrow is out of sight. */
    private boolean isNamed(Hold hold) {
        return hold.from() < sheet.scroll() && hold.isOpen() && sheet.hasWords();
    }

    void paint(List<Hold> holds) {
        Map<Double, List<Hold>> places = holds.stream().filter(this::isNamed).collect(Collectors.groupingBy(
                hold -> sheet.tap(hold.client(), hold.broker()), TreeMap::new, Collectors.toList()));
        List<List<Label>> lines = new ArrayList<>();
        places.forEach((x, standing) -> place(lines, label(x, standing)));
        if (lines.isEmpty()) {
            return;
        }
        double bottom = Metrics.HEAD + 2 * TOP + lines.size() * (HEIGHT + GAP) - GAP;
        sheet.pen().fill(0, Metrics.HEAD, sheet.width(), bottom - Metrics.HEAD, Ink.CANVAS);
        sheet.pen().line(0, bottom - 0.5, sheet.width(), bottom - 0.5, Ink.GRID, 1, Dash.SOLID);
        for (int i = 0; i < lines.size(); i++) {
            double top = Metrics.HEAD + TOP + i * (HEIGHT + GAP);
            lines.get(i).forEach(label -> paint(label, top));
        }
    }

    /** The one that stands longest is the one that is waited for. */
    private Label label(double x, List<Hold> standing) {
        long longest = standing.stream().map(hold -> hold.nanos(sheet.now())).max(Comparator.naturalOrder()).orElse(0L);
        String text = standing.size() == 1 ? sheet.wording().held(longest)
                : sheet.wording().held(longest, standing.size());
        double width = sheet.pen().width(Face.SMALL_BOLD, text) + 2 * PADDING;
        return new Label(x - width / 2, width, text);
    }

    /** In the first line that has room. */
    private static void place(List<List<Label>> lines, Label label) {
        for (List<Label> line : lines) {
            if (line.stream().noneMatch(label::meets)) {
                line.add(label);
                return;
            }
        }
        lines.add(new ArrayList<>(List.of(label)));
    }

    private void paint(Label label, double top) {
        sheet.pen().box(label.left, top, label.width, HEIGHT, 5, Ink.HELD_FILL);
        sheet.pen().text(label.left + PADDING, top + BASELINE, label.text, Face.SMALL_BOLD, Ink.HELD);
    }
}
