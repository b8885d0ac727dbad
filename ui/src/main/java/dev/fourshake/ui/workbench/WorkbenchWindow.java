package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.command.KeyBindings;
import dev.fourshake.ui.workbench.dock.DockArea;
import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.Perspective;
import dev.fourshake.ui.workbench.message.Message;
import dev.fourshake.ui.workbench.message.MessageBar;
import dev.fourshake.ui.workbench.state.StateFile;
import dev.fourshake.ui.workbench.state.StateFile.Loaded;
import dev.fourshake.ui.workbench.state.StateSaver;
import dev.fourshake.ui.workbench.state.WorkbenchState;
import dev.fourshake.ui.workbench.view.Memento;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The main window: puts the parts together, and keeps what the user arranged. */
final class WorkbenchWindow {

    private static final Texts TEXT = Texts.of(Workbench.class);

    private final Workbench workbench;
    private final KeyBindings keys;
    private final TextEditing editing = new TextEditing();
    private final ReadOnlyObjectWrapper<Perspective> perspective = new ReadOnlyObjectWrapper<>();
    private final Map<String, Layout> layouts = new HashMap<>();
    /** In which view of each perspective the user worked last. */
    private final Map<String, String> active = new HashMap<>();
    private DockArea dock;
    private StageBounds bounds;
    private StateSaver saver;
    private Stage stage;

    WorkbenchWindow(Workbench workbench) {
        this.workbench = workbench;
        keys = new KeyBindings(workbench.commands());
        editing.install(workbench.commands());
    }

    void open(Stage opened) {
        stage = opened;
        StateFile file = new StateFile(workbench.data().resolve("workbench.properties"));
        Loaded loaded = file.load();
        WorkbenchState state = loaded.state();
        saver = new StateSaver(file, this::state, failure -> workbench.show(
                Message.warning(TEXT.get("state.unsaved", workbench.data().directory())), failure));
        workbench.themes().choiceProperty().set(state.theme());
        layouts.putAll(state.layouts());
        dock = new DockArea(workbench, state.places(),
                id -> state.views().getOrDefault(id, new Memento()), this::prepare, saver::hint);

        StandardHandlers.installViews(workbench, this);
        Scene scene = new Scene(content());
        stage.setScene(scene);
        prepare(scene);
        dock.watch(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            workbench.exit();
        });
        bounds = new StageBounds(stage, state.window(), saver::hint);
        stage.show();
        show(workbench.perspectives().stream().filter(one -> one.id().equals(state.perspective())).findFirst()
                .orElse(workbench.perspectives().getFirst()));
        dock.activate(state.active());
        tell(loaded);
        workbench.themes().choiceProperty().subscribe(_ -> saver.hint());
    }

    private BorderPane content() {
        VBox middle = new VBox(new MessageBar(workbench.messages()), dock.node());
        VBox.setVgrow(dock.node(), Priority.ALWAYS);
        BorderPane content = new BorderPane(middle);
        HBox tools = new HBox(workbench.toolBar().bar(), new PerspectiveBar(workbench, this));
        HBox.setHgrow(workbench.toolBar().bar(), Priority.ALWAYS);
        content.setTop(new VBox(workbench.menu().bar(), tools));
        content.setBottom(workbench.statusLine());
        return content;
    }

    private void prepare(Scene scene) {
        keys.install(scene);
        editing.watch(scene);
        // Whatever is dragged with the mouse (a divider, the edge of a column) may be worth saving when it is let go.
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> saver.hint());
    }

    private void tell(Loaded loaded) {
        switch (loaded) {
            case Loaded.Good _ -> { }
            case Loaded.Corrupt(var keptAs) -> {
                workbench.statusLine().messageProperty().set(TEXT.get("state.corrupt", keptAs));
                workbench.messages().show(Message.warning(TEXT.get("state.corrupt", keptAs)));
            }
            case Loaded.Unreadable(var file, var reason) ->
                    workbench.show(Message.warning(TEXT.get("state.unreadable", file)), reason);
        }
    }

    void showPerspective(Perspective wanted) {
        String before = perspective.get().id();
        layouts.put(before, dock.layout());
        active.put(before, dock.activeView().getValue());
        show(wanted);
        // Somebody may press a key of a view at once.
        dock.activate(active.get(wanted.id()));
    }

    /** Back to the perspective's own arrangement. */
    void resetPerspective() {
        layouts.remove(perspective.get().id());
        show(perspective.get());
        dock.activate(dock.activeView().getValue());
    }

    private void show(Perspective wanted) {
        perspective.set(wanted);
        dock.apply(layouts.getOrDefault(wanted.id(), wanted.layout()), wanted.layout());
        saver.hint();
    }

    ReadOnlyObjectProperty<Perspective> perspectiveProperty() {
        return perspective.getReadOnlyProperty();
    }

    DockArea dock() {
        return dock;
    }

    Stage stage() {
        return stage;
    }

    private WorkbenchState state() {
        layouts.put(perspective.get().id(), dock.layout());
        return new WorkbenchState(workbench.themes().choiceProperty().get(), Optional.of(bounds.get()),
                perspective.get().id(), dock.activeView().getValue(), layouts, dock.places(), dock.mementos());
    }

    void close() {
        if (stage == null) {
            return;
        }
        Stage closing = stage;
        stage = null;
        saver.close();
        workbench.closeActions().forEach(Runnable::run);
        try {
            workbench.jobs().close(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        dock.dispose();
        closing.close();
    }
}
