package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Family;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.paint.Pen.Dash;
import dev.fourshake.model.exchange.Judgement;

/**
 * Paints the arrow of a packet. What is odd about it is told by shape, not by colour only: repeated is a double line,
 * illegal is thick, malformed is jagged, lost ends in a cross, held is dashed and stops at the tap, and what the tap
 * made itself begins at the tap.
 */
final class ArrowPainter {

    private static final double HEAD = 8;
    private static final double CROSS = 5;

    private final Sheet sheet;
    private final Pen pen;
    private final BarEdges edges;

    ArrowPainter(Sheet sheet, BarEdges edges) {
        this.sheet = sheet;
        this.edges = edges;
        this.pen = sheet.pen();
    }

    void paint(Mark.Arrow arrow) {
        double y = sheet.line(arrow.index());
        int ahead = Integer.signum(arrow.to() - arrow.from());
        double from = sheet.x(arrow.from()) + edges.at(arrow, arrow.from(), ahead);
        double to = sheet.x(arrow.to()) + edges.at(arrow, arrow.to(), -ahead);
        double tap = sheet.tap(arrow.client(), arrow.broker());
        Ink ink = ink(arrow);
        switch (arrow.course()) {
            case PASSED -> stroke(arrow, from, to, y, ink, true);
            case HELD -> {
                pen.line(from, y, tap - 7 * ahead, y, ink, weight(arrow) + 0.5, Dash.DASHED);
                pause(tap, y, ink);
            }
            case RELEASED -> {
                stroke(arrow, tap, to, y, ink, true);
                dot(tap, y, Ink.HELD);
            }
            case DISCARDED -> cross(tap, y, ink);
            case DROPPED, CUT -> {
                stroke(arrow, from, tap - CROSS * ahead, y, ink, false);
                cross(tap, y, ink);
            }
            case DUPLICATED, INJECTED -> {
                stroke(arrow, tap, to, y, ink, true);
                diamond(tap, y, ink);
            }
        }
    }

    /** The colour of the arrow as a whole. */
    static Ink ink(Mark.Arrow arrow) {
        Ink course = switch (arrow.course()) {
            case HELD -> Ink.HELD;
            case DISCARDED, DROPPED, CUT -> Ink.DROPPED;
            case DUPLICATED -> Ink.DUPLICATED;
            case INJECTED -> Ink.INJECTED;
            case PASSED, RELEASED -> Ink.of(arrow.family());
        };
        return switch (arrow.judgement()) {
            case ILLEGAL, MALFORMED -> Ink.ERROR;
            case LOST -> Ink.DROPPED;
            case REGULAR, REPEATED -> course;
        };
    }

    static double weight(Mark.Arrow arrow) {
        if (arrow.judgement() == Judgement.ILLEGAL) {
            return 3;
        }
        return switch (arrow.family()) {
            case PING, QOS_0, OPAQUE -> 1;
            case SESSION, SUBSCRIPTION -> 1.25;
            case QOS_1 -> 1.75;
            case QOS_2 -> 2.5;
        };
    }

    private void stroke(Mark.Arrow arrow, double from, double to, double y, Ink ink, boolean head) {
        double ahead = Math.signum(to - from);
        boolean pointed = head && sheet.metrics().rowHeight() >= Metrics.POINTED;
        double end = pointed ? to - (HEAD - 1) * ahead : to;
        double weight = sheet.metrics().rowHeight() < Metrics.POINTED ? Math.min(weight(arrow), 1.5) : weight(arrow);
        switch (arrow.judgement()) {
            case REPEATED -> {
                pen.line(from, y - 1.5, end, y - 1.5, ink, 1, Dash.SOLID);
                pen.line(from, y + 1.5, end, y + 1.5, ink, 1, Dash.SOLID);
            }
            case MALFORMED -> jagged(from, end, y, ink);
            case REGULAR, LOST, ILLEGAL -> pen.line(from, y, end, y, ink, weight,
                    arrow.family() == Family.PING || arrow.family() == Family.OPAQUE ? Dash.DOTTED : Dash.SOLID);
        }
        if (pointed) {
            head(arrow, to, y, ahead, ink);
        }
    }

    private void head(Mark.Arrow arrow, double x, double y, double ahead, Ink ink) {
        double half = Math.min(HEAD / 2, sheet.metrics().rowHeight() / 3);
        double back = x - HEAD * ahead;
        boolean open = arrow.family() == Family.QOS_0 || arrow.family() == Family.PING;
        if (open) {
            pen.line(x - ahead, y, back, y, ink, 1, Dash.SOLID);
            pen.polyline(ink, 1.25, back, y - half, x - ahead, y, back, y + half);
        } else {
            pen.polygon(ink, x, y, back, y - half, back, y + half);
        }
    }

    private void jagged(double from, double to, double y, Ink ink) {
        int teeth = Math.max(2, (int) (Math.abs(to - from) / 6));
        double[] points = new double[2 * (teeth + 1)];
        for (int i = 0; i <= teeth; i++) {
            points[2 * i] = from + (to - from) * i / teeth;
            points[2 * i + 1] = i == 0 || i == teeth ? y : y + (i % 2 == 0 ? 2.5 : -2.5);
        }
        pen.polyline(ink, 1.5, points);
    }

    private void cross(double x, double y, Ink ink) {
        pen.polyline(ink, 2, x - CROSS, y - CROSS, x + CROSS, y + CROSS);
        pen.polyline(ink, 2, x - CROSS, y + CROSS, x + CROSS, y - CROSS);
    }

    private void pause(double x, double y, Ink ink) {
        pen.box(x - 7, y - 7, 14, 14, 3, ink);
        pen.fill(x - 3.5, y - 4, 2.5, 8, Ink.TEXT_ON_FILL);
        pen.fill(x + 1, y - 4, 2.5, 8, Ink.TEXT_ON_FILL);
    }

    private void dot(double x, double y, Ink ink) {
        pen.box(x - 3.5, y - 3.5, 7, 7, 3.5, ink);
    }

    private void diamond(double x, double y, Ink ink) {
        pen.polygon(ink, x - 6, y, x, y - 6, x + 6, y, x, y + 6);
    }
}
