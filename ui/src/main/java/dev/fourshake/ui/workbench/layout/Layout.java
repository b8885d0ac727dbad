package dev.fourshake.ui.workbench.layout;

import dev.fourshake.ui.workbench.layout.Dock.Split;
import dev.fourshake.ui.workbench.layout.Dock.Tabs;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;

/**
 * The whole arrangement of one perspective.
 *
 * @param main      what fills the main window
 * @param floating  the windows of their own
 * @param maximized the view that covers all others in the main window, or null
 */
public record Layout(Split main, List<Floating> floating, String maximized) {

    /**
     * A window of its own.
     *
     * @param x on the screen, as are y, width and height, of the window with its frame, in logical pixels
     */
    public record Floating(double x, double y, double width, double height, Split content) {
    }

    public Layout {
        floating = List.copyOf(floating);
    }

    /** Nothing floats, nothing is maximized. */
    public static Layout of(Dock main) {
        return new Layout(switch (main) {
            case Split split -> split;
            case Tabs tabs -> new Split(Orientation.HORIZONTAL, List.of(), List.of(tabs));
        }, List.of(), null);
    }

    /** The identifiers of all views that are open. */
    public Stream<String> views() {
        return Stream.concat(main.views(), floating.stream().flatMap(window -> window.content().views()));
    }
}
