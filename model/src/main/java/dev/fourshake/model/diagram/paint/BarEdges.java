package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Bar;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the bars of a page end sideways: an arrow touches the bar of its own exchange, not the lifeline within. */
final class BarEdges {

    static final double WIDTH = 6;
    private static final double STEP = 3.5;
    private static final double GAP = 0.5;

    private final Map<Integer, List<Bar>> bars = new HashMap<>();

    BarEdges(Page page) {
        for (Bar bar : page.bars()) {
            bars.computeIfAbsent(bar.lane(), _ -> new ArrayList<>()).add(bar);
        }
    }

    /** From the lifeline to the nearer edge of a bar. */
    static double near(Bar bar) {
        return GAP + bar.slot() * STEP;
    }

    /**
     * From the lifeline to where an arrow begins or ends: positive to the right. An arrow whose exchange has no bar
     * touches the outermost one.
     *
     * @param away -1 if the arrow lies left of the lifeline, 1 if right
     */
    double at(Mark.Arrow arrow, int lane, int away) {
        double edge = 0;
        for (Bar bar : bars.getOrDefault(lane, List.of())) {
            if (bar.towards() == away && bar.from() <= arrow.index() && arrow.index() <= bar.to()) {
                double far = near(bar) + WIDTH;
                if (bar.exchange() == arrow.exchange()) {
                    return away * far;
                }
                edge = Math.max(edge, far);
            }
        }
        return away * edge;
    }
}
