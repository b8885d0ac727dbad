package dev.fourshake.model.diagram.paint;

/** A font of the diagram. */
public enum Face {
    NORMAL(12, false), BOLD(12, true), SMALL(10.5, false), SMALL_BOLD(10.5, true), TITLE(13, true);

    private final double size;
    private final boolean bold;

    Face(double size, boolean bold) {
        this.size = size;
        this.bold = bold;
    }

    /** In pixels. */
    public double size() {
        return size;
    }

    public boolean isBold() {
        return bold;
    }
}
