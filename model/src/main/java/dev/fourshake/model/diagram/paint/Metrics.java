package dev.fourshake.model.diagram.paint;

/**
 * The sizes of a diagram in pixels.
 *
 * @param rowHeight of one row; labels are left out where it is low, arrowheads where it is very low
 * @param gutter    width of the column with row numbers and times at the left
 * @param scale     device pixels to a pixel: positions are rounded to whole device pixels
 */
public record Metrics(double rowHeight, double gutter, double scale) {

    /** A row that is pleasant to read. */
    public static final double COMFORTABLE = 26;
    /** Below this, words stand on the line instead of above it. */
    public static final double ROOMY = 21;
    /** Below this there are no words. */
    public static final double READABLE = 14;
    /** Below this there are no arrowheads. */
    public static final double POINTED = 6;
    /** Height of the lifelines' heads. */
    public static final double HEAD = 46;

    double snap(double value) {
        return Math.round(value * scale) / scale;
    }

    /** Where the arrow of a row stands, from the row's upper edge. */
    double line() {
        return rowHeight >= ROOMY ? rowHeight - 7 : rowHeight / 2;
    }
}
