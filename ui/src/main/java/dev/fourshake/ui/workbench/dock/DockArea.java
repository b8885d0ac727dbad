package dev.fourshake.ui.workbench.dock;

import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.Workbench;
import dev.fourshake.ui.workbench.layout.Dock;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.theme.ThemeColor;
import dev.fourshake.ui.workbench.view.Area;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewDescriptor;
import java.util.Comparator;
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
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.event.DockEvent;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/**
 * All views of the window: opens, closes, detaches and maximizes them, and knows their arrangement as a
 * {@link Layout}. For the JavaFX thread.
 */
public final class DockArea {

    private final Map<String, ViewHost> hosts = new LinkedHashMap<>();
    private final Map<String, Layout> lastSeen;
    private final WorkbenchBento bento;
    private final StackPane node = new StackPane();
    private final Label empty = new Label(Texts.ofWorkbench().get("dock.empty"));
    private final Arrangement arrangement;
    private final Attention attention;
    private final TabMenu tabMenu;
    private final Consumer<Scene> prepareScene;
    private final Runnable changed;
    private final ReadOnlyBooleanWrapper activeDetached = new ReadOnlyBooleanWrapper();
    private Layout reference = Layout.of(Dock.tabs());
    private boolean applying;

    /**
     * @param places       the arrangement in which each closed view stood last
     * @param saved        what each view has saved, by identifier
     * @param prepareScene given the scene of each floating window
     * @param changed      told that the arrangement may have changed
     */
    public DockArea(Workbench workbench, Map<String, Layout> places, Function<String, Memento> saved,
                    Consumer<Scene> prepareScene, Runnable changed) {
        this.prepareScene = prepareScene;
        this.changed = changed;
        lastSeen = new HashMap<>(places);
        tabMenu = new TabMenu(this, workbench.commands());
        bento = new WorkbenchBento(() -> workbench.themes().colors().get(ThemeColor.SELECTION_EDGE));
        bento.controlsBuilding().setHeaderFactory((dockable, pane) -> ViewHeader.create(this, dockable, pane));
        bento.controlsBuilding().setHeaderPaneFactory(leaf -> new ViewHeaderPane(this, leaf));
        bento.events().addEventListener(this::dockEvent);
        StackPane tree = new StackPane();
        arrangement = new Arrangement(bento, tree);
        attention = new Attention(hosts.values(), arrangement::isCovered, this::refreshed);
        bento.floating().use(arrangement::mainStage, this::prepare);
        arrangement.maximizer().maximizedProperty().subscribe(_ -> rearranged());
        for (ViewDescriptor view : workbench.views().all()) {
            ViewHost host = new ViewHost(view, workbench, this, bento, saved.apply(view.id()));
            host.title().subscribe(_ -> retitle());
            hosts.put(view.id(), host);
        }
        node.getStyleClass().add("dock-area");
        empty.getStyleClass().add("dock-empty");
        node.getChildren().addAll(tree, empty);
    }

    /** Fills the middle of the main window. */
    public Node node() {
        return node;
    }

    /** To be called when {@link #node()} stands in the main window's scene. */
    public void watch(Scene scene) {
        attention.watch(scene);
    }

    private void prepare(Stage stage) {
        watch(stage.getScene());
        prepareScene.accept(stage.getScene());
        stage.setTitle(title(stage));
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
            arrangement.maximizer().restore();
        }
    }

    private void rearranged() {
        attention.refreshLater();
        changed.run();
    }

    private void refreshed() {
        ViewHost active = attention.activeProperty().get();
        activeDetached.set(active != null && isDetached(active.id()));
        empty.setVisible(arrangement.root().getDockables().isEmpty());
        retitle();
    }

    /** A floating window is named after its views. */
    private void retitle() {
        bento.floating().open().forEach(stage -> stage.setTitle(title(stage)));
    }

    private static String title(Stage stage) {
        return FloatingWindows.content(stage).getDockables().stream().map(Dockable::getTitle)
                .collect(Collectors.joining(", "));
    }

    /**
     * Shows {@code layout} instead of what is there; the views stay as they are. To be called once the window shows,
     * for the sake of its floating windows.
     *
     * @param home where views go that {@code layout} does not hold, when they are opened
     */
    public void apply(Layout layout, Layout home) {
        applying = true;
        arrangement.maximizer().restore();
        reference = home;
        hosts.values().forEach(DockArea::takeOut);
        bento.floating().open().forEach(Stage::close);
        arrangement.build(layout, id -> find(id).map(ViewHost::dockable).filter(view -> view.getContainer() == null));
        applying = false;
        Optional.ofNullable(layout.maximized()).ifPresent(this::toggleMaximized);
        attention.refresh();
    }

    /** Takes a view out of its group, without closing it. */
    private static void takeOut(ViewHost host) {
        DockContainerLeaf leaf = host.dockable().getContainer();
        if (leaf != null) {
            leaf.removeDockable(host.dockable());
        }
    }

    /** The arrangement as it is. */
    public Layout layout() {
        return arrangement.read();
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
        arrangement.maximizer().restore();
        List<String> open = arrangement.root().getDockables().stream().map(Dockable::getIdentifier).toList();
        Placing placing = new Placing(bento, arrangement.root());
        Optional.ofNullable(lastSeen.get(host.id())).flatMap(last -> LastPlaces.find(last.main(), host.id(), open))
                .or(() -> LastPlaces.find(reference.main(), host.id(), open))
                .ifPresentOrElse(place -> placing.put(host.dockable(), place),
                        () -> placing.put(host.dockable(), host.descriptor().area(), other -> sameArea(other, host)));
    }

    private boolean sameArea(Dockable other, ViewHost host) {
        return host(other).descriptor().area() == host.descriptor().area();
    }

    /** Moves the focus into the view if it is open, else into one in the middle of the window. */
    public void activate(String id) {
        Optional.ofNullable(id).filter(this::isOpen)
                .or(() -> seen().stream().max(Comparator.comparing(this::isCentral)))
                .ifPresent(this::show);
    }

    private boolean isCentral(String id) {
        return hosts.get(id).descriptor().area() == Area.CENTER;
    }

    void select(ViewHost host) {
        DockContainerLeaf leaf = host.dockable().getContainer();
        if (arrangement.isCovered(leaf)) {
            arrangement.maximizer().restore();
        }
        leaf.selectDockable(host.dockable());
        Arrangement.stage(leaf).filter(stage -> stage != arrangement.mainStage()).ifPresent(stage -> {
            stage.toFront();
            stage.requestFocus();
        });
        attention.refresh();
        attention.activate(host);
        settle(leaf);
        host.focus();
    }

    /** A group that was arranged in this very event has no place in the window, and can take no focus, before this. */
    private static void settle(DockContainerLeaf leaf) {
        Arrangement.stage(leaf).map(Stage::getScene).map(Scene::getRoot).ifPresent(all -> {
            all.applyCss();
            all.layout();
        });
    }

    public void close(String id) {
        find(id).filter(ViewHost::isOpen)
                .ifPresent(host -> host.dockable().getContainer().closeDockable(host.dockable()));
    }

    public boolean isOpen(String id) {
        return find(id).filter(ViewHost::isOpen).isPresent();
    }

    /** Puts the view into a window of its own, above the place where it was. */
    public void detach(String id) {
        find(id).filter(host -> host.isOpen() && !isDetached(id)).ifPresent(host -> {
            arrangement.maximizer().restore();
            lastSeen.put(id, layout());
            DockContainerLeaf leaf = host.dockable().getContainer();
            settle(leaf);
            Bounds place = leaf.localToScreen(leaf.getLayoutBounds());
            // Else JavaFX would give the focus to some other control when its owner leaves the window.
            node.requestFocus();
            takeOut(host);
            bento.floating().show(host.dockable(), new Rectangle2D(place.getMinX() + 24, place.getMinY() + 24,
                    place.getWidth(), place.getHeight()));
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
        return find(id).filter(host -> host.isOpen() && !arrangement.isInMainWindow(host.dockable())).isPresent();
    }

    /** Lets the view's group cover the main window, or ends that; nothing for a detached view. */
    public void toggleMaximized(String id) {
        find(id).filter(host -> arrangement.isInMainWindow(host.dockable())).ifPresent(host -> {
            if (isMaximized(host.dockable().getContainer())) {
                arrangement.maximizer().restore();
            } else {
                arrangement.maximizer().maximize(host.dockable().getContainer());
            }
            host.focus();
        });
    }

    public ReadOnlyBooleanProperty maximizedProperty() {
        return arrangement.maximizer().maximizedProperty();
    }

    boolean isMaximized(DockContainerLeaf leaf) {
        return arrangement.isMaximized(leaf);
    }

    /** The views that are seen, in the order of the screen, those of the main window first. */
    public List<String> seen() {
        return layout().views().filter(id -> hosts.get(id).showing().get()).toList();
    }

    /** The other views of the group. */
    public List<String> others(String id) {
        return find(id).filter(ViewHost::isOpen).stream()
                .flatMap(host -> host.dockable().getContainer().getDockables().stream())
                .map(Dockable::getIdentifier).filter(other -> !other.equals(id)).toList();
    }

    /** Selects the next tab of the view's group, round and round. */
    public void showNextTab(String id, int step) {
        find(id).filter(ViewHost::isOpen).ifPresent(host -> {
            List<Dockable> tabs = host.dockable().getContainer().getDockables();
            select(host(tabs.get(Math.floorMod(tabs.indexOf(host.dockable()) + step, tabs.size()))));
        });
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
        return hosts.values().stream().collect(Collectors.toMap(ViewHost::id, ViewHost::state));
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
        return tabMenu.of(host);
    }

    ViewHost host(Dockable dockable) {
        return hosts.get(dockable.getIdentifier());
    }

    private Optional<ViewHost> find(String id) {
        return Optional.ofNullable(hosts.get(id));
    }
}
