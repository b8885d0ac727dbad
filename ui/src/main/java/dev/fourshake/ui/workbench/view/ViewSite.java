package dev.fourshake.ui.workbench.view;

import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.StringProperty;

/** A view's place in the workbench, handed to it when it is made. For the JavaFX thread only. */
public interface ViewSite {

    String id();

    /** What the tab says; the descriptor's title until the view sets another, such as "Problems (3)". */
    StringProperty title();

    /** True while the view is seen; changes just before {@link ViewPart#shown()} and {@link ViewPart#hidden()}. */
    ReadOnlyBooleanProperty showing();

    /** True while the keyboard focus is, or last was, in this view. */
    ReadOnlyBooleanProperty active();

    /**
     * Lets {@code work} run in {@code phase} of each frame for which the pulse was armed while the view shows, and in
     * the first frame after it comes to show. The work compares revisions and does nothing if nothing changed.
     */
    void onPulse(Phase phase, Runnable work);

    /** Handles {@code command} while this view is the active one; goes before a handler of the whole window. */
    void handle(Command command, Handler handler);

    /** Opens the view if it is closed, selects its tab and moves the focus to it. */
    void show();

    Workbench workbench();
}
