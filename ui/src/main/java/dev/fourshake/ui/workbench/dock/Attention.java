package dev.fourshake.ui.workbench.dock;

import java.util.Collection;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** Knows which views are seen and which one the user works in, and tells the views. */
final class Attention {

    private final Collection<ViewHost> hosts;
    private final Predicate<DockContainerLeaf> covered;
    private final ReadOnlyObjectWrapper<ViewHost> active = new ReadOnlyObjectWrapper<>();
    private final Runnable refreshed;
    private boolean refreshPending;

    /**
     * @param covered   whether a group is hidden behind a maximized one
     * @param refreshed told after each look
     */
    Attention(Collection<ViewHost> hosts, Predicate<DockContainerLeaf> covered, Runnable refreshed) {
        this.hosts = hosts;
        this.refreshed = refreshed;
        this.covered = covered;
        active.subscribe((old, now) -> {
            if (old != null) {
                old.setActive(false);
            }
            if (now != null) {
                now.setActive(true);
            }
        });
    }

    /** The view that has, or last had, the keyboard focus; null if it is closed. */
    ReadOnlyObjectProperty<ViewHost> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Follows the focus in {@code scene}, and its window's coming and going. */
    void watch(Scene scene) {
        scene.focusOwnerProperty().subscribe(this::focused);
        ObservableValue<Window> window = scene.windowProperty();
        window.flatMap(Window::focusedProperty).orElse(false).subscribe(focused -> {
            if (focused) {
                focused(scene.getFocusOwner());
            }
        });
        window.flatMap(Window::showingProperty).orElse(false).subscribe(this::refreshLater);
        window.flatMap(w -> ((Stage) w).iconifiedProperty()).orElse(false).subscribe(this::refreshLater);
    }

    private void focused(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node instanceof DockContainerLeaf leaf) {
                hosts.stream().filter(host -> host.dockable() == leaf.getSelectedDockable()).findFirst()
                        .ifPresent(active::set);
                return;
            }
        }
    }

    /** Looks again once what is going on now is over, and before the next frame is drawn. */
    void refreshLater() {
        if (!refreshPending) {
            refreshPending = true;
            Platform.runLater(() -> {
                refreshPending = false;
                refresh();
            });
        }
    }

    void refresh() {
        for (ViewHost host : hosts) {
            host.setShowing(isSeen(host));
        }
        ViewHost now = active.get();
        if (now != null && !now.isOpen()) {
            active.set(null);
        }
        for (ViewHost host : hosts) {
            DockContainerLeaf leaf = host.dockable().getContainer();
            // Another tab of the active group was selected, and the focus is still on the group.
            if (leaf != null && leaf.isFocusWithin() && leaf.getSelectedDockable() == host.dockable()) {
                active.set(host);
            }
        }
        refreshed.run();
    }

    private boolean isSeen(ViewHost host) {
        DockContainerLeaf leaf = host.dockable().getContainer();
        return leaf != null && leaf.getSelectedDockable() == host.dockable() && !covered.test(leaf)
                && Arrangement.stage(leaf).filter(stage -> stage.isShowing() && !stage.isIconified()).isPresent();
    }
}
