package dev.fourshake.ui.view.connections;

import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.session.Link;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** The Connections view: what is open and how it stands. Choosing a line shows its trace in all views. */
public final class ConnectionsView implements ViewPart {

    public static final String ID = "connections";

    private static final Texts TEXTS = Texts.of(ConnectionsView.class);

    private final ViewContext context;
    private final EntryTree entries = new EntryTree();
    private final TreeView<Entry> tree = new TreeView<>(entries.root());
    private final ConnectionActions actions;
    /** The cells write their text anew with each beat, and stay the nodes that they are. */
    private final LongProperty beat = new SimpleLongProperty();
    private final Runnable unsubscribe;

    public ConnectionsView(ViewSite site, ViewContext context) {
        this.context = context;
        tree.setShowRoot(false);
        tree.getStyleClass().addAll("dense", "fs-connections");
        tree.setFixedCellSize(24);
        tree.setAccessibleText(TEXTS.get("view.title"));
        tree.setCellFactory(_ -> new EntryCell(context.workspace(), this::isShown, beat));
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                choose(item.getValue());
            }
        });
        actions = new ConnectionActions(site, context, () -> Optional.ofNullable(
                tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue));
        tree.getSelectionModel().selectedItemProperty().subscribe(_ -> actions.refresh());
        tree.setContextMenu(actions.menu());
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                actions.end();
            }
        });
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                actions.open();
            }
        });
        unsubscribe = context.workspace().onChange(site.workbench().pulse()::arm);
        site.onPulse(Phase.UPDATE, this::update);
    }

    private boolean isShown(OpenTrace source) {
        return context.shown().sourceProperty().get().filter(shown -> shown == source).isPresent();
    }

    private void update() {
        entries.update(context.workspace());
        actions.refresh();
        beat.set(beat.get() + 1);
    }

    private void choose(Entry entry) {
        switch (entry) {
            case Entry.Tap(LiveTap tap) -> context.shown().show(tap);
            case Entry.Source(OpenTrace source) -> context.shown().show(source);
            case Entry.Client(OwnClient client) -> context.shown().show(client.tap());
            case Entry.Device(LiveTap tap, int number) -> {
                context.shown().show(tap);
                Link link = tap.snapshot().links().get(number - 1);
                context.selection().select(link.session() < 0 ? new Selection.Link(number)
                        : new Selection.Session(link.session()), this);
            }
            case Entry.Root _, Entry.Broker _, Entry.Plan _ -> { }
        }
        beat.set(beat.get() + 1);
    }

    @Override
    public Node content() {
        return tree;
    }

    @Override
    public List<Node> toolbar() {
        return actions.toolbar();
    }

    @Override
    public void dispose() {
        unsubscribe.run();
    }
}
