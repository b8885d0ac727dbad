package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Dock.Split;
import dev.fourshake.ui.workbench.layout.Dock.Tabs;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** Reads the arrangement of BentoFX' containers as a value. */
final class LayoutReader {

    private LayoutReader() {
    }

    static Split read(DockContainerBranch branch) {
        // The order on screen is that of the items; the list of child containers may have another.
        List<Dock> parts = branch.getItems().stream().map(LayoutReader::container).map(LayoutReader::part).toList();
        List<Double> dividers = Arrays.stream(branch.getDividerPositions()).boxed().toList();
        return new Split(branch.getOrientation(), dividers, parts);
    }

    private static DockContainer container(Node item) {
        return item instanceof Maximizer.Gap gap ? gap.leaf() : (DockContainer) item;
    }

    private static Dock part(DockContainer container) {
        return switch (container) {
            case DockContainerBranch branch -> read(branch);
            case DockContainerLeaf leaf -> {
                Dockable selected = leaf.getSelectedDockable();
                List<String> ids = leaf.getDockables().stream().map(Dockable::getIdentifier).toList();
                String first = ids.isEmpty() ? null : ids.getFirst();
                yield new Tabs(ids, selected == null ? first : selected.getIdentifier());
            }
        };
    }
}
