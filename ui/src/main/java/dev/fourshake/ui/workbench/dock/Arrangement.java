package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Layout.Floating;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/** Where the groups of tabs stand: the main window's tree, the floating windows, and the group that is maximized. */
final class Arrangement {

    private final WorkbenchBento bento;
    private final StackPane node;
    private final Maximizer maximizer;
    private DockContainerRootBranch root;

    /** @param node what holds the main window's tree */
    Arrangement(WorkbenchBento bento, StackPane node) {
        this.bento = bento;
        this.node = node;
        maximizer = new Maximizer(node);
        root = bento.dockBuilding().root();
        node.getChildren().setAll(root);
    }

    Maximizer maximizer() {
        return maximizer;
    }

    DockContainerRootBranch root() {
        return root;
    }

    Stage mainStage() {
        return (Stage) node.getScene().getWindow();
    }

    /** Replaces all groups. {@code views} gives those views that may be placed; they must not stand in a group. */
    void build(Layout layout, Function<String, Optional<Dockable>> views) {
        LayoutBuilder builder = new LayoutBuilder(bento, views);
        root = builder.build(layout.main());
        node.getChildren().setAll(root);
        for (Floating window : layout.floating()) {
            DockContainerRootBranch content = builder.build(window.content());
            if (!content.getItems().isEmpty()) {
                bento.floating().show(window, content);
            }
        }
        AfterLayout.of(node, builder::placeDividers);
    }

    /** All as it is now. */
    Layout read() {
        List<Floating> windows = new ArrayList<>();
        for (Stage stage : bento.floating().open()) {
            windows.add(new Floating(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                    LayoutReader.read(FloatingWindows.content(stage))));
        }
        String maximized = maximizer.leaf().map(DockContainerLeaf::getSelectedDockable).map(Dockable::getIdentifier)
                .orElse(null);
        return new Layout(LayoutReader.read(root), windows, maximized);
    }

    /**
     * The window of a group; none if it is in no tree. The group's own scene may be unknown before the next layout,
     * because a split pane takes its items in only then.
     */
    static Optional<Stage> stage(DockContainerLeaf leaf) {
        DockContainer top = leaf;
        while (top.getParentContainer() != null) {
            top = top.getParentContainer();
        }
        return Optional.ofNullable(top.asRegion().getScene()).map(Scene::getWindow).map(Stage.class::cast);
    }

    boolean isInMainWindow(Dockable view) {
        return root.getDockables().contains(view);
    }

    boolean isMaximized(DockContainerLeaf leaf) {
        return maximizer.leaf().filter(other -> other == leaf).isPresent();
    }

    /** Whether another group covers this one. */
    boolean isCovered(DockContainerLeaf leaf) {
        return maximizer.leaf().filter(other -> other != leaf).isPresent()
                && stage(leaf).filter(stage -> stage == mainStage()).isPresent();
    }
}
