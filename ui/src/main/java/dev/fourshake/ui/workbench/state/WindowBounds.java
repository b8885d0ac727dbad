package dev.fourshake.ui.workbench.state;

/**
 * Where the main window stands, with its frame, in logical pixels.
 *
 * @param maximized whether it fills the screen; the bounds are those it goes back to
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {

    String write() {
        return x + " " + y + " " + width + " " + height + (maximized ? " maximized" : "");
    }

    /** @throws IllegalArgumentException if {@code text} was not written by {@link #write()} */
    static WindowBounds read(String text) {
        String[] parts = text.split(" ");
        if (parts.length < 4 || parts.length > 5 || parts.length == 5 && !parts[4].equals("maximized")) {
            throw new IllegalArgumentException(text);
        }
        WindowBounds bounds = new WindowBounds(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]), Double.parseDouble(parts[3]), parts.length == 5);
        if (!Double.isFinite(bounds.x + bounds.y) || !(bounds.width > 0 && bounds.height > 0)) {
            throw new IllegalArgumentException(text);
        }
        return bounds;
    }
}
