package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.dock.LastPlaces.Place;
import dev.fourshake.ui.workbench.view.Area;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/** Puts a view that is closed into the main window. */
final class Placing {

    private final Bento bento;
    private final DockContainerRootBranch root;

    Placing(Bento bento, DockContainerRootBranch root) {
        this.bento = bento;
        this.root = root;
    }

    void put(Dockable view, Place place) {
        switch (place) {
            case Place.With(var neighbours) -> group(named(neighbours)).addDockable(view);
            case Place.Beside(var neighbours, var side, var share) -> {
                DockContainer container = smallestWith(root, neighbours);
                split(container, leaf(view), side, share);
            }
        }
    }

    /** Puts a view that never had a place with others of its area, else at that edge of the window. */
    void put(Dockable view, Area area, Predicate<Dockable> sameArea) {
        DockContainerLeaf group = group(sameArea);
        if (group != null) {
            group.addDockable(view);
        } else if (root.getItems().isEmpty()) {
            root.addContainer(leaf(view));
        } else {
            switch (area) {
                case LEFT -> split(root, leaf(view), Side.LEFT, 0.22);
                case RIGHT -> split(root, leaf(view), Side.RIGHT, 0.25);
                case BOTTOM -> split(root, leaf(view), Side.BOTTOM, 0.3);
                case CENTER -> split(root, leaf(view), Side.RIGHT, 0.6);
            }
        }
    }

    private static Predicate<Dockable> named(List<String> ids) {
        return dockable -> ids.contains(dockable.getIdentifier());
    }

    private DockContainerLeaf leaf(Dockable view) {
        DockContainerLeaf leaf = bento.dockBuilding().leaf();
        leaf.addDockable(view);
        return leaf;
    }

    private DockContainerLeaf group(Predicate<Dockable> wanted) {
        return root.getDockables().stream().filter(wanted).map(Dockable::getContainer).findFirst().orElse(null);
    }

    private static DockContainer smallestWith(DockContainer container, List<String> views) {
        if (container instanceof DockContainerBranch branch) {
            for (DockContainer child : branch.getChildContainers()) {
                if (child.getDockables().stream().map(Dockable::getIdentifier).toList().containsAll(views)) {
                    return smallestWith(child, views);
                }
            }
        }
        return container;
    }

    private void split(DockContainer neighbour, DockContainerLeaf added, Side side, double share) {
        DockContainerBranch split = bento.dockBuilding().branch();
        split.setOrientation(side.isHorizontal() ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        boolean first = side == Side.LEFT || side == Side.TOP;
        if (neighbour == root) {
            splitRoot(added, first, split.getOrientation());
            root.setDividerPositions(first ? share : 1 - share);
            return;
        }
        DockContainerBranch parent = Objects.requireNonNull(neighbour.getParentContainer());
        fill(split, neighbour, added, first);
        parent.replaceContainer(neighbour, split);
        split.setDividerPositions(first ? share : 1 - share);
    }

    /** The root stays; what it held moves down into a branch of its own. */
    private void splitRoot(DockContainerLeaf added, boolean first, Orientation orientation) {
        double[] positions = root.getDividerPositions();
        List<DockContainer> children = root.getItems().stream().map(DockContainer.class::cast).toList();
        DockContainerBranch inner = bento.dockBuilding().branch();
        inner.setOrientation(root.getOrientation());
        root.setPruneWhenEmpty(false);
        children.forEach(root::removeContainer);
        root.setPruneWhenEmpty(true);
        children.forEach(inner::addContainer);
        inner.setDividerPositions(positions);
        root.setOrientation(orientation);
        fill(root, children.size() == 1 ? unwrap(inner) : inner, added, first);
    }

    private static DockContainer unwrap(DockContainerBranch single) {
        DockContainer only = single.getChildContainers().getFirst();
        single.removeContainer(only);
        return only;
    }

    private static void fill(DockContainerBranch branch, DockContainer neighbour, DockContainer added, boolean first) {
        branch.addContainers(first ? new DockContainer[] {added, neighbour} : new DockContainer[] {neighbour, added});
    }
}
