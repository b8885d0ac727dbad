package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Dock.Split;
import dev.fourshake.ui.workbench.layout.Dock.Tabs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/** Makes BentoFX' containers from a layout; views that it does not know are left out. */
final class LayoutBuilder {

    private final Bento bento;
    private final Function<String, Optional<Dockable>> dockables;
    private final List<Runnable> dividers = new ArrayList<>();

    /** @param dockables gives the view of a name, if it may be placed; asked once a name */
    LayoutBuilder(Bento bento, Function<String, Optional<Dockable>> dockables) {
        this.bento = bento;
        this.dockables = dockables;
    }

    DockContainerRootBranch build(Split split) {
        DockContainerRootBranch root = bento.dockBuilding().root();
        fill(root, split);
        return root;
    }

    /**
     * Sets all dividers. To be called again when the window has its size: a split pane that grows from its preferred
     * size to its real one moves its dividers.
     */
    void placeDividers() {
        dividers.forEach(Runnable::run);
    }

    private void fill(DockContainerBranch branch, Split split) {
        branch.setOrientation(split.orientation());
        for (Dock part : split.parts()) {
            build(part).ifPresent(branch::addContainer);
        }
        if (branch.getItems().size() == split.parts().size()) {
            double[] positions = split.dividers().stream().mapToDouble(Double::doubleValue).toArray();
            dividers.add(() -> {
                // The user may have changed the branch by the time this is called again.
                if (branch.getDividers().size() == positions.length) {
                    branch.setDividerPositions(positions);
                }
            });
            branch.setDividerPositions(positions);
        }
    }

    private Optional<DockContainer> build(Dock dock) {
        return switch (dock) {
            case Split split -> {
                DockContainerBranch branch = bento.dockBuilding().branch();
                fill(branch, split);
                yield branch.getItems().isEmpty() ? Optional.empty() : Optional.of(branch);
            }
            case Tabs(var ids, var selected) -> {
                DockContainerLeaf leaf = bento.dockBuilding().leaf();
                ids.stream().map(dockables).flatMap(Optional::stream).forEach(leaf::addDockable);
                leaf.getDockables().stream().filter(one -> one.getIdentifier().equals(selected)).findFirst()
                        .ifPresent(leaf::selectDockable);
                yield leaf.getDockables().isEmpty() ? Optional.empty() : Optional.of(leaf);
            }
        };
    }
}
