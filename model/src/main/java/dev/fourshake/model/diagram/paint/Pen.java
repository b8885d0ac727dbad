package dev.fourshake.model.diagram.paint;

/** Draws shapes and text, in pixels from the upper left corner. What is drawn later covers what was drawn before. */
public interface Pen {

    /** How a line is broken. */
    enum Dash { SOLID, DASHED, DOTTED }

    /** Width of a text. */
    double width(Face face, String text);

    void fill(double x, double y, double width, double height, Ink ink);

    /** @param opacity 0 to 1 */
    void veil(double x, double y, double width, double height, Ink ink, double opacity);

    /** A box with round corners. */
    void box(double x, double y, double width, double height, double radius, Ink fill);

    /** The outline of a box with round corners. */
    void outline(double x, double y, double width, double height, double radius, Ink ink, double thickness);

    void line(double x1, double y1, double x2, double y2, Ink ink, double thickness, Dash dash);

    /** Joins points that are given as x, y, x, y, …. */
    void polyline(Ink ink, double thickness, double... points);

    /** Fills the area within points that are given as x, y, x, y, …. */
    void polygon(Ink ink, double... points);

    void text(double x, double baseline, String text, Face face, Ink ink);

    /**
     * What follows, up to {@link #endGroup}, shows one thing; a document can keep its name for those who cannot see.
     */
    default void group(String name) {
    }

    default void endGroup() {
    }
}
