package dev.fourshake.ui.workbench.dock;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/**
 * Lets one group of tabs cover the main window. The group stays in BentoFX' tree; only its node leaves the split pane,
 * where a gap keeps its place, and covers the others.
 */
final class Maximizer {

    private final StackPane host;
    private final ReadOnlyBooleanWrapper maximized = new ReadOnlyBooleanWrapper();
    private Gap gap;

    Maximizer(StackPane host) {
        this.host = host;
    }

    /** Keeps the place of a maximized group in its split pane. */
    static final class Gap extends Region {
        private final DockContainerLeaf leaf;

        private Gap(DockContainerLeaf leaf) {
            this.leaf = leaf;
        }

        DockContainerLeaf leaf() {
            return leaf;
        }
    }

    Optional<DockContainerLeaf> leaf() {
        return Optional.ofNullable(gap).map(Gap::leaf);
    }

    ReadOnlyBooleanProperty maximizedProperty() {
        return maximized.getReadOnlyProperty();
    }

    void maximize(DockContainerLeaf leaf) {
        restore();
        gap = new Gap(leaf);
        exchange(leaf.getParentContainer(), leaf, gap);
        host.getChildren().add(leaf);
        maximized.set(true);
    }

    void restore() {
        if (gap == null) {
            return;
        }
        Gap place = gap;
        gap = null;
        host.getChildren().remove(place.leaf);
        // A view dropped on the group from a window of its own has put both into a new split, in place of the gap.
        DockContainerBranch parent = place.leaf.getParentContainer();
        if (parent != null && parent.getItems().contains(place)) {
            exchange(parent, place, place.leaf);
        }
        maximized.set(false);
    }

    private static void exchange(DockContainerBranch parent, Node out, Node in) {
        double[] positions = parent.getDividerPositions();
        parent.getItems().set(parent.getItems().indexOf(out), in);
        parent.setDividerPositions(positions);
    }
}
