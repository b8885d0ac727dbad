package dev.fourshake.ui.workbench.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/**
 * One view of the workbench. Made by its {@link ViewDescriptor} when it is first seen, and then kept: closing a view
 * and opening it again gives the same part. All calls come on the JavaFX thread, in this order:
 * {@link #content()}, {@link #toolbar()} and {@link #menu()} once, {@link #restoreState(Memento)} once,
 * then {@link #shown()} and {@link #hidden()} in turn, {@link #dispose()} at the very end.
 *
 * <p>A view that nobody sees does nothing: it works in {@link ViewSite#onPulse}, which is only called while the view
 * shows, and once when it comes to show again.
 */
public interface ViewPart {

    /** The node that fills the view; asked for once. */
    Node content();

    /** Small controls at the right of the tabs, or below them where there is no room; asked for once. */
    default List<Node> toolbar() {
        return List.of();
    }

    /** Items of the view's own menu, at the right of its toolbar; asked for once. Empty: no menu. */
    default List<MenuItem> menu() {
        return List.of();
    }

    /** The view is now seen: its tab is selected, and its window is neither hidden nor minimized. */
    default void shown() {
    }

    /** The view is no longer seen. */
    default void hidden() {
    }

    /** Moves the keyboard focus to where the user would go on working; the content itself has it by now. */
    default void focus() {
    }

    /** Writes what {@link #restoreState} can read. Called at any time after {@link #content()}; must be quick. */
    default void saveState(Memento memento) {
    }

    /** Takes up what an earlier session saved; empty at the first start. */
    default void restoreState(Memento memento) {
    }

    /** The workbench closes: let go of listeners and threads. */
    default void dispose() {
    }
}
