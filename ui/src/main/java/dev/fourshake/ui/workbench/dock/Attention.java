package dev.fourshake.ui.workbench.dock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** Knows which views are seen and which one the user works in, and tells the views. */
final class Attention {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active-view");

    private final Collection<ViewHost> hosts;
    private final Predicate<DockContainerLeaf> covered;
    private final ReadOnlyObjectWrapper<ViewHost> active = new ReadOnlyObjectWrapper<>();
    private final Runnable refreshed;
    private final List<ViewHost> recent = new ArrayList<>();
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
                recent.remove(now);
                recent.addFirst(now);
            }
            mark();
        });
    }

    /** The view that has, or last had, the keyboard focus; null if it is closed. */
    ReadOnlyObjectProperty<ViewHost> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Follows the focus in {@code scene}, and its window's coming and going. */
    void watch(Scene scene) {
        ObservableValue<Window> window = scene.windowProperty();
        scene.focusOwnerProperty().subscribe(owner -> {
            if (scene.getWindow() != null && scene.getWindow().isFocused()) {
                focused(owner);
            }
        });
        window.flatMap(Window::focusedProperty).orElse(false).subscribe(focused -> {
            if (focused) {
                focused(scene.getFocusOwner());
            }
        });
        window.flatMap(Window::showingProperty).orElse(false).subscribe(_ -> refreshLater());
        window.flatMap(w -> ((Stage) w).iconifiedProperty()).orElse(false).subscribe(_ -> refreshLater());
    }

    /** The user works in this view from now on. */
    void activate(ViewHost host) {
        active.set(host);
    }

    private void focused(Node owner) {
        if (isClosed(active.get())) {
            // JavaFX handed the focus on before the look that is to come, which gives it to the view that is next.
            return;
        }
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node instanceof DockContainerLeaf leaf) {
                active.set(host(leaf.getSelectedDockable()));
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
            host.forgetIfFailed();
        }
        ViewHost now = active.get();
        if (now != null && !isOnTop(now)) {
            replace(now);
        }
        mark();
        refreshed.run();
    }

    /** Another tab of the active group was selected, or the active view was closed: then the one before it is next. */
    private void replace(ViewHost gone) {
        DockContainerLeaf leaf = gone.dockable().getContainer();
        if (leaf != null) {
            active.set(host(leaf.getSelectedDockable()));
        } else {
            active.set(recent.stream().filter(this::isSeen).findFirst().orElse(null));
            if (active.get() != null) {
                active.get().focus();
            }
        }
    }

    private ViewHost host(Dockable dockable) {
        return hosts.stream().filter(host -> host.dockable() == dockable).findFirst().orElse(null);
    }

    /** Lets the style sheet know the active view's group. BentoFX has a mark of its own, which can be left behind. */
    private void mark() {
        for (ViewHost host : hosts) {
            DockContainerLeaf leaf = host.dockable().getContainer();
            if (leaf != null && isOnTop(host)) {
                leaf.pseudoClassStateChanged(ACTIVE, host == active.get());
            }
        }
    }

    private static boolean isClosed(ViewHost host) {
        return host != null && !host.isOpen();
    }

    private static boolean isOnTop(ViewHost host) {
        DockContainerLeaf leaf = host.dockable().getContainer();
        return leaf != null && leaf.getSelectedDockable() == host.dockable();
    }

    private boolean isSeen(ViewHost host) {
        DockContainerLeaf leaf = host.dockable().getContainer();
        return isOnTop(host) && !covered.test(leaf)
                && Arrangement.stage(leaf).filter(stage -> stage.isShowing() && !stage.isIconified()).isPresent();
    }
}
