package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.layout.Layout.Floating;
import dev.fourshake.ui.workbench.state.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import software.coley.bentofx.Bento;
import software.coley.bentofx.building.StageBuilding;
import software.coley.bentofx.control.DragDropStage;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/**
 * Makes the windows that hold detached views. Each belongs to the main window, wherever its view came from: BentoFX
 * would let a window that was dragged out of another detached one disappear together with it.
 */
final class FloatingWindows extends StageBuilding {

    private final Bento bento;
    private Supplier<Stage> owner;
    private Consumer<Stage> prepare;
    private final List<DragDropStage> open = new ArrayList<>();

    FloatingWindows(Bento bento) {
        super(bento);
        this.bento = bento;
    }

    /**
     * To be called before the first window opens.
     *
     * @param owner   the main window
     * @param prepare given each new window before it is shown
     */
    void use(Supplier<Stage> owner, Consumer<Stage> prepare) {
        this.owner = owner;
        this.prepare = prepare;
    }

    /** The windows that are showing, in the order in which they were opened. */
    List<DragDropStage> open() {
        return List.copyOf(open);
    }

    static DockContainerRootBranch content(Stage stage) {
        return (DockContainerRootBranch) stage.getScene().getRoot();
    }

    void show(Floating window, DockContainerRootBranch root) {
        DragDropStage stage = create(root);
        Rectangle2D place = new Rectangle2D(window.x(), window.y(), window.width(), window.height());
        place(stage, Screens.isReachable(window.x(), window.y(), window.width()) ? place : Screens.inside(place));
        stage.show();
    }

    private static void place(Stage stage, Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }

    /** Shows a view in a window of its own at {@code place}, or as near as the screen allows. */
    void show(Dockable view, Rectangle2D place) {
        DragDropStage stage = newStageForDockable(null, view, place.getWidth(), place.getHeight());
        place(stage, Screens.inside(new Rectangle2D(place.getMinX(), place.getMinY(), stage.getWidth(),
                stage.getHeight())));
        stage.show();
    }

    /** Called by BentoFX when a tab is dropped outside of all windows: the window opens at the pointer. */
    @Override
    public DragDropStage newStageForDockable(Scene source, DockContainer container, Dockable dockable) {
        Region region = container.asRegion();
        DragDropStage stage = newStageForDockable(source, dockable, region.getWidth(), region.getHeight());
        Point2D pointer = new Robot().getMousePosition();
        place(stage, Screens.inside(new Rectangle2D(pointer.getX() - 40, pointer.getY() - 10, stage.getWidth(),
                stage.getHeight())));
        return stage;
    }

    @Override
    public DragDropStage newStageForDockable(Scene source, Dockable dockable, double width, double height) {
        DockContainerRootBranch root = bento.dockBuilding().root();
        DockContainerLeaf leaf = bento.dockBuilding().leaf();
        root.addContainer(leaf);
        leaf.addDockable(dockable);
        DragDropStage stage = create(root);
        stage.setWidth(Math.max(width, 240));
        stage.setHeight(Math.max(height, 160));
        return stage;
    }

    private DragDropStage create(DockContainerRootBranch root) {
        DragDropStage stage = new DragDropStage(true);
        stage.initOwner(owner.get());
        stage.getIcons().setAll(owner.get().getIcons());
        stage.setMinWidth(150);
        stage.setMinHeight(100);
        root.getStyleClass().add("floating-window");
        stage.setScene(new Scene(root));
        stage.setOnShown(_ -> open.add(stage));
        stage.setOnHidden(_ -> open.remove(stage));
        prepare.accept(stage);
        return stage;
    }
}
