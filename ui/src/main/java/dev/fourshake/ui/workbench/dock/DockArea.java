package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.dock.LastPlaces.Place;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Layout.Floating;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import software.coley.bentofx.Bento;
import software.coley.bentofx.building.StageBuilding;
import software.coley.bentofx.control.DragDropStage;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.event.DockEvent;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/**
 * All views of the window: opens, closes, detaches and maximizes them, and knows their arrangement as a
 * {@link Layout}. For the JavaFX thread.
 */
public final class DockArea {

    private final Map<String, ViewHost> hosts = new LinkedHashMap<>();
    private final StackPane node = new StackPane();
    private final Maximizer maximizer = new Maximizer(node);
    private final Attention attention = new Attention(hosts.values(), this::isCovered, this::refreshed);
    private final ReadOnlyBooleanWrapper activeDetached = new ReadOnlyBooleanWrapper();
    private final Map<String, Layout> lastSeen;
    private final Consumer<Scene> prepareScene;
    private final Runnable changed;
    private final Bento bento = new WorkbenchBento();
    private final FloatingWindows floating = (FloatingWindows) bento.stageBuilding();
    private final TabMenu tabMenu;
    private DockContainerRootBranch root = bento.dockBuilding().root();
    private Layout initial = Layout.of(Dock.tabs());
    private boolean applying;

    /**
     * @param places       the arrangement in which each closed view stood last
     * @param saved        what each view has saved, by identifier
     * @param prepareScene given the scene of each new window
     * @param changed      told that the arrangement may have changed
     */
    public DockArea(Workbench workbench, Map<String, Layout> places, Function<String, Memento> saved,
                    Consumer<Scene> prepareScene, Runnable changed) {
        lastSeen = new HashMap<>(places);
        this.prepareScene = prepareScene;
        this.changed = changed;
        tabMenu = new TabMenu(this, workbench.commands());
        node.getStyleClass().add("dock-area");
        for (ViewDescriptor view : workbench.views().all()) {
            ViewHost host = new ViewHost(view, workbench, this, bento, saved.apply(view.id()));
            host.title().subscribe(this::retitle);
            hosts.put(view.id(), host);
        }
        bento.controlsBuilding().setHeaderFactory((dockable, pane) -> ViewHeader.create(this, dockable, pane));
        bento.controlsBuilding().setHeaderPaneFactory(leaf -> new ViewHeaderPane(this, leaf));
        bento.events().addEventListener(this::dockEvent);
        maximizer.maximizedProperty().subscribe(_ -> rearranged());
    }

    /** Gives BentoFX our windows. */
    private final class WorkbenchBento extends Bento {
        @Override
        protected StageBuilding newStageBuilding() {
            return new FloatingWindows(this, DockArea.this::mainStage, DockArea.this::prepare);
        }
    }

    /** Fills the middle of the main window. */
    public Node node() {
        return node;
    }

    /** To be called when {@link #node()} stands in the main window's scene. */
    public void watch(Scene scene) {
        attention.watch(scene);
    }

    private Stage mainStage() {
        return (Stage) node.getScene().getWindow();
    }

    private void prepare(Stage stage, DockContainerRootBranch content) {
        watch(stage.getScene());
        prepareScene.accept(stage.getScene());
        stage.setTitle(title(content));
        for (ObservableValue<? extends Number> bound
                : List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
            bound.subscribe(_ -> changed.run());
        }
    }

    private void dockEvent(DockEvent event) {
        if (!applying) {
            if (event instanceof DockEvent.DockableClosing closing) {
                beforeClosing(closing.dockable(), closing.container());
            }
            rearranged();
        }
    }

    private void beforeClosing(Dockable dockable, DockContainerLeaf leaf) {
        lastSeen.put(dockable.getIdentifier(), layout());
        if (leaf.getDockables().size() == 1 && isMaximized(leaf)) {
            maximizer.restore();
        }
    }

    private void rearranged() {
        attention.refreshLater();
        retitle();
        changed.run();
    }

    private void refreshed() {
        ViewHost active = attention.activeProperty().get();
        activeDetached.set(active != null && isDetached(active.id()));
    }

    /** A floating window is named after its views. */
    private void retitle() {
        floating.open().forEach(stage -> stage.setTitle(title((DockContainerRootBranch) stage.getScene().getRoot())));
    }

    private static String title(DockContainerRootBranch content) {
        return content.getDockables().stream().map(Dockable::getTitle).collect(Collectors.joining(", "));
    }

    /**
     * Shows {@code layout} instead of what is there; the views stay as they are. To be called once the window shows,
     * for the sake of its floating windows.
     *
     * @param reference where views go that {@code layout} does not hold, when they are opened
     */
    public void apply(Layout layout, Layout reference) {
        applying = true;
        maximizer.restore();
        initial = reference;
        hosts.values().forEach(this::takeOut);
        floating.open().forEach(Stage::close);
        LayoutBuilder builder = new LayoutBuilder(bento, this::closed);
        root = builder.build(layout.main());
        node.getChildren().setAll(root);
        for (Floating window : layout.floating()) {
            DockContainerRootBranch content = builder.build(window.content());
            if (!content.getItems().isEmpty()) {
                floating.show(window, content);
            }
        }
        applying = false;
        find(layout.maximized()).filter(ViewHost::isOpen).ifPresent(this::toggleMaximized);
        attention.refresh();
        AfterLayout.of(node, builder::placeDividers);
    }

    private Optional<Dockable> closed(String id) {
        return find(id).map(ViewHost::dockable).filter(dockable -> dockable.getContainer() == null);
    }

    /** Takes a view out of its group, without closing it. */
    private void takeOut(ViewHost host) {
        DockContainerLeaf leaf = host.dockable().getContainer();
        if (leaf != null) {
            leaf.removeDockable(host.dockable());
        }
    }

    /** The arrangement as it is. */
    public Layout layout() {
        List<Floating> windows = new ArrayList<>();
        for (DragDropStage stage : floating.open()) {
            DockContainerRootBranch content = (DockContainerRootBranch) stage.getScene().getRoot();
            windows.add(new Floating(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                    LayoutReader.read(content)));
        }
        String maximized = maximizer.leaf().map(DockContainerLeaf::getSelectedDockable).map(Dockable::getIdentifier)
                .orElse(null);
        return new Layout(LayoutReader.read(root), windows, maximized);
    }

    /** Opens the view, selects it and moves the focus into it. Does nothing for an unknown view. */
    public void show(String id) {
        find(id).ifPresent(host -> {
            if (!host.isOpen()) {
                place(host);
            }
            select(host);
        });
    }

    private void place(ViewHost host) {
        List<String> open = root.getDockables().stream().map(Dockable::getIdentifier).toList();
        Placing placing = new Placing(bento, root);
        maximizer.restore();
        Optional.ofNullable(lastSeen.get(host.id())).flatMap(last -> LastPlaces.find(last.main(), host.id(), open))
                .or(() -> LastPlaces.find(initial.main(), host.id(), open))
                .ifPresentOrElse(place -> placing.put(host.dockable(), place),
                        () -> placing.put(host.dockable(), host.descriptor().area(), other -> sameArea(other, host)));
    }

    private boolean sameArea(Dockable other, ViewHost host) {
        return host(other).descriptor().area() == host.descriptor().area();
    }

    void select(ViewHost host) {
        DockContainerLeaf leaf = host.dockable().getContainer();
        if (isCovered(leaf)) {
            maximizer.restore();
        }
        leaf.selectDockable(host.dockable());
        stage(leaf).filter(stage -> stage != mainStage()).ifPresent(stage -> {
            stage.toFront();
            stage.requestFocus();
        });
        attention.refresh();
        host.focus();
    }

    public void close(String id) {
        find(id).filter(ViewHost::isOpen).ifPresent(host -> host.dockable().getContainer()
                .closeDockable(host.dockable()));
    }

    public boolean isOpen(String id) {
        return find(id).filter(ViewHost::isOpen).isPresent();
    }

    /** Puts the view into a window of its own, above the place where it was. */
    public void detach(String id) {
        find(id).filter(host -> host.isOpen() && !isDetached(id)).ifPresent(host -> {
            maximizer.restore();
            lastSeen.put(id, layout());
            DockContainerLeaf leaf = host.dockable().getContainer();
            Point2D corner = leaf.localToScreen(0, 0);
            double width = leaf.getWidth();
            double height = leaf.getHeight();
            leaf.removeDockable(host.dockable());
            DragDropStage stage = floating.newStageForDockable(null, host.dockable(), width, height);
            stage.setX(corner.getX() + 24);
            stage.setY(corner.getY() + 24);
            stage.show();
            select(host);
        });
    }

    /** Puts a detached view back where it was in the main window. */
    public void attach(String id) {
        find(id).filter(_ -> isDetached(id)).ifPresent(host -> {
            takeOut(host);
            show(id);
        });
    }

    /** Whether the view is open in a window of its own, alone or with others. */
    public boolean isDetached(String id) {
        return find(id).filter(ViewHost::isOpen)
                .filter(host -> !root.getDockables().contains(host.dockable())).isPresent();
    }

    /** Lets the view's group cover the main window, or ends that. */
    public void toggleMaximized(String id) {
        find(id).filter(ViewHost::isOpen).ifPresent(this::toggleMaximized);
    }

    void toggleMaximized(ViewHost host) {
        DockContainerLeaf leaf = host.dockable().getContainer();
        if (isMaximized(leaf)) {
            maximizer.restore();
        } else if (root.getDockables().contains(host.dockable())) {
            maximizer.maximize(leaf);
        }
        if (leaf.isFocusWithin() || node.getScene() != null) {
            host.focus();
        }
    }

    public ReadOnlyBooleanProperty maximizedProperty() {
        return maximizer.maximizedProperty();
    }

    boolean isMaximized(DockContainerLeaf leaf) {
        return maximizer.leaf().filter(other -> other == leaf).isPresent();
    }

    private boolean isCovered(DockContainerLeaf leaf) {
        return maximizer.leaf().filter(other -> other != leaf).isPresent()
                && stage(leaf).filter(stage -> stage == mainStage()).isPresent();
    }

    /** The views that are on top of their groups, in the order of the screen, those of the main window first. */
    public List<String> onTop() {
        return layout().views().map(hosts::get).filter(host -> host.showing().get()).map(ViewHost::id).toList();
    }

    /** The other views of the group. */
    public List<String> others(String id) {
        return find(id).filter(ViewHost::isOpen).stream()
                .flatMap(host -> host.dockable().getContainer().getDockables().stream())
                .map(Dockable::getIdentifier).filter(other -> !other.equals(id)).toList();
    }

    /** The view that has, or last had, the focus; null if there is none. */
    public ObservableValue<String> activeView() {
        return attention.activeProperty().map(ViewHost::id);
    }

    /** Whether the active view is in a window of its own. */
    public ReadOnlyBooleanProperty activeDetached() {
        return activeDetached.getReadOnlyProperty();
    }

    /** What each view wants to find again, by identifier. */
    public Map<String, Memento> mementos() {
        Map<String, Memento> states = new LinkedHashMap<>();
        hosts.forEach((id, host) -> states.put(id, host.state()));
        return states;
    }

    /** The arrangement in which each view stood that was closed or detached since. */
    public Map<String, Layout> places() {
        return lastSeen;
    }

    /** Ends all views. */
    public void dispose() {
        hosts.values().forEach(ViewHost::dispose);
    }

    ContextMenu tabMenu(ViewHost host) {
        return tabMenu.build(host);
    }

    /** The window of a group. The group itself may not be in it before the next layout: split panes make haste slowly. */
    static Optional<Stage> stage(DockContainerLeaf leaf) {
        DockContainer top = leaf;
        while (top.getParentContainer() != null) {
            top = top.getParentContainer();
        }
        return Optional.ofNullable(top.asRegion().getScene()).map(Scene::getWindow).map(Stage.class::cast);
    }

    ViewHost host(Dockable dockable) {
        return hosts.get(dockable.getIdentifier());
    }

    private Optional<ViewHost> find(String id) {
        return Optional.ofNullable(hosts.get(id));
    }
}
