package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.paint.Metrics;

/**
 * Which rows are seen: the scroll position, a fraction of rows, and the height of a row. Knows nothing of the
 * toolkit.
 */
final class Viewport {

    static final double HIGHEST_ROW = 48;
    /** Lower rows are not told apart: the overview begins. */
    static final double LOWEST_ROW = 3;
    private static final double ZOOM_STEP = 1.2;

    private int rows;
    private double height;
    private double rowHeight = Metrics.COMFORTABLE;
    private double scroll;
    private boolean following = true;

    /** Takes over how many rows there are; while following, the newest stay in sight. */
    void rows(int count) {
        rows = count;
        settle();
    }

    /** @param pixels height of the place for rows, without the heads */
    void height(double pixels) {
        height = Math.max(0, pixels);
        rowHeight = Math.max(rowHeight, lowest());
        settle();
    }

    int rows() {
        return rows;
    }

    double scroll() {
        return scroll;
    }

    double rowHeight() {
        return rowHeight;
    }

    /** How many rows fit, with a fraction. */
    double visible() {
        return height / rowHeight;
    }

    double lastScroll() {
        return Math.max(0, rows - visible());
    }

    boolean isFollowing() {
        return following;
    }

    boolean isOverview() {
        return rowHeight < LOWEST_ROW;
    }

    void scrollTo(double position) {
        scroll = Math.clamp(position, 0, lastScroll());
    }

    /** The user scrolls; away from the end it stops following, at the end it follows again. */
    void userScrollTo(double position) {
        scrollTo(position);
        following = scroll >= lastScroll() - 1e-6;
    }

    void follow() {
        following = true;
        settle();
    }

    void stopFollowing() {
        following = false;
    }

    /** Zooms so that what is at {@code y} pixels below the heads stays there. */
    void zoom(double factor, double y) {
        double at = scroll + y / rowHeight;
        double wanted = Math.clamp(rowHeight * factor, lowest(), HIGHEST_ROW);
        boolean follows = following;
        rowHeight = wanted;
        scrollTo(at - y / rowHeight);
        following = follows;
        settle();
    }

    void zoomIn(double y) {
        zoom(ZOOM_STEP, y);
    }

    void zoomOut(double y) {
        zoom(1 / ZOOM_STEP, y);
    }

    void rowHeight(double pixels) {
        zoom(pixels / rowHeight, height / 2);
    }

    /** Scrolls as little as shows the whole row, with one more row around it where there is room. */
    void reveal(int index) {
        double margin = visible() > 4 ? 1 : 0;
        if (index < scroll + margin) {
            scrollTo(index - margin);
        } else if (index + 1 + margin > scroll + visible()) {
            scrollTo(index + 1 + margin - visible());
        }
    }

    /** Scrolls the row to the middle unless it is in sight. */
    void centre(int index) {
        if (index < scroll || index + 1 > scroll + visible()) {
            scrollTo(index + 0.5 - visible() / 2);
        }
    }

    /** At this height all rows fit. */
    private double lowest() {
        return rows == 0 || height == 0 ? LOWEST_ROW : Math.min(LOWEST_ROW, height / rows);
    }

    private void settle() {
        scrollTo(following ? lastScroll() : scroll);
    }
}
