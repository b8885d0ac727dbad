package dev.fourshake.ui.workbench.dock;

import javafx.event.EventHandler;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import software.coley.bentofx.control.Header;
import software.coley.bentofx.control.HeaderPane;
import software.coley.bentofx.dockable.Dockable;

/**
 * A tab that behaves as in Eclipse: one click selects the view and moves the focus into it, two maximize it. BentoFX'
 * own would collapse the group when the selected tab is clicked.
 */
final class ViewHeader extends Header {

    private ViewHeader(DockArea area, Dockable dockable, HeaderPane pane) {
        super(dockable, pane);
        accessibleTextProperty().bind(dockable.titleProperty());
        // BentoFX selects a tab that gets the focus, and JavaFX hands the focus round when a window opens or a control
        // goes away: the selection would change by itself. Tabs have their own keys.
        setFocusTraversable(false);
        EventHandler<? super MouseEvent> bento = getOnMouseClicked();
        setOnMouseClicked(e -> {
            if (e.getButton() != MouseButton.PRIMARY) {
                bento.handle(e);
            } else if (e.isStillSincePress()) {
                ViewHost view = area.host(dockable);
                area.select(view);
                if (e.getClickCount() == 2) {
                    area.toggleMaximized(view.id());
                }
            }
        });
    }

    static ViewHeader create(DockArea area, Dockable dockable, HeaderPane pane) {
        ViewHeader header = new ViewHeader(area, dockable, pane);
        header.withDragDrop();
        EventHandler<? super MouseEvent> bento = header.getOnDragDetected();
        header.setOnDragDetected(e -> {
            // A maximized group has left its place for a while and must not be taken apart meanwhile.
            if (!area.isMaximized(dockable.getContainer())) {
                bento.handle(e);
            }
        });
        return header;
    }
}
