package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Wording;

/**
 * What a picture is painted with, and which part of the diagram it shows.
 *
 * @param scroll  index of the row at the upper edge, below the heads; with a fraction
 * @param scrollX pixels by which the lifelines are moved to the left; the gutter stays
 * @param width   of the picture
 * @param height  of the picture, heads included
 * @param now     until when a packet that is still held has stood: nanoseconds since 1970-01-01T00:00Z
 */
public record Sheet(Pen pen, Metrics metrics, Geometry geometry, Wording wording, double scroll, double scrollX,
                    double width, double height, long now) {

    /** The same, drawn with another pen. */
    public Sheet withPen(Pen other) {
        return new Sheet(other, metrics, geometry, wording, scroll, scrollX, width, height, now);
    }

    /** Upper edge of a row. */
    public double y(double index) {
        return metrics.snap(Metrics.HEAD + (index - scroll) * metrics.rowHeight());
    }

    /** Where the arrow of a row stands. */
    double line(int index) {
        return metrics.snap(y(index) + metrics.line());
    }

    double x(int lane) {
        return geometry.x(lane) - scrollX;
    }

    double tap(int client, int broker) {
        return metrics.snap(geometry.tap(client, broker) - scrollX);
    }

    /** Left edge of what scrolls sideways. */
    double left() {
        return metrics.gutter();
    }

    /** Index of the row at a height; fractions grow downwards. */
    public double index(double y) {
        return scroll + (y - Metrics.HEAD) / metrics.rowHeight();
    }

    boolean hasWords() {
        return metrics.rowHeight() >= Metrics.READABLE;
    }

    boolean isRoomy() {
        return metrics.rowHeight() >= Metrics.ROOMY;
    }
}
