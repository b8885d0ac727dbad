package dev.fourshake.ui.view.captures;

import dev.fourshake.app.workspace.CaptureEntry;
import dev.fourshake.app.workspace.CaptureReplay;
import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.FromFile;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.text.Message;
import dev.fourshake.ui.filter.FilterBar;
import dev.fourshake.ui.filter.FilterSheet;
import dev.fourshake.ui.replay.ReplayBar;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Command;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.TextAlignment;

/** The Captures view: the user's captures, the latest first, and below them the bar of the replay that is shown. */
public final class CapturesView implements ViewPart {

    public static final String ID = "captures";
    /** What only this view does. */
    public static final List<Command> OWN = List.of(CaptureActions.RENAME);

    private static final Texts TEXTS = Texts.of(CapturesView.class);
    private static final long RECORDING_LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ViewContext context;
    private final CaptureList captures;
    private final ListView<CaptureEntry> list = new ListView<>();
    private final Label placeholder = new Label();
    private final FilterBar<CaptureEntry> filterBar;
    private final ReplayBar replay;
    private final BorderPane content = new BorderPane(list);
    private final CaptureActions actions;
    private final Runnable unsubscribe;
    private final AtomicBoolean stale = new AtomicBoolean();

    private Set<Path> recording = Set.of();
    private long lookedAt;
    private CaptureList.Listing listing;
    /** A capture that is to be chosen as soon as it is in the list. */
    private Path wanted;

    public CapturesView(ViewSite site, ViewContext context) {
        this.context = context;
        captures = new CaptureList(context.workspace(), site.workbench().pulse()::arm);
        listing = captures.listing();
        actions = new CaptureActions(site, context, this::chosen, this::editName, this::refresh, this::moved);
        filterBar = new FilterBar<>(CaptureWords.LANGUAGE, () -> new CaptureWords(listing.entries()),
                FilterSheet.of(TEXTS));
        replay = new ReplayBar(site.workbench().commands(), context);
        content.setTop(filterBar.node());
        content.setBottom(replay);
        list.getStyleClass().addAll("dense", "fs-captures");
        list.setFixedCellSize(40);
        list.setAccessibleText(TEXTS.get("view.title"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new CaptureCell(this::isShown, actions::rename));
        placeholder.setWrapText(true);
        placeholder.setTextAlignment(TextAlignment.CENTER);
        placeholder.getStyleClass().add("fs-placeholder");
        list.setPlaceholder(placeholder);
        list.setContextMenu(actions.menu());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(this::click);
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> actions.update());
        list.editingIndexProperty().subscribe(index -> list.setEditable(index.intValue() >= 0));
        filterBar.filterProperty().subscribe(_ -> fill(listing));
        site.handle(StandardCommands.FIND, Handler.of(filterBar::open));
        context.shown().sourceProperty().subscribe(_ -> list.refresh());
        unsubscribe = context.workspace().onChange(() -> {
            stale.set(true);
            site.workbench().pulse().arm();
        });
        site.onPulse(Phase.UPDATE, this::update);
    }

    private List<CaptureEntry> chosen() {
        return list.getSelectionModel().getSelectedItems().stream().filter(entry -> entry != null).toList();
    }

    // ------------------------------------------------------------------ what the user does

    private void key(KeyEvent event) {
        if (list.getEditingIndex() >= 0) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            actions.open();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            actions.delete();
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !chosen().isEmpty()) {
            if (event.getClickCount() == 2) {
                actions.open();
            } else if (event.getClickCount() == 1 && event.isStillSincePress()) {
                showIfOpen(list.getSelectionModel().getSelectedItem());
            }
        }
    }

    /** What is open already is shown at once. */
    private void showIfOpen(CaptureEntry entry) {
        Path file = entry.file().file();
        if (!isShown(entry)) {
            context.workspace().opened(CaptureTrace.class, file).<OpenTrace>map(capture -> capture)
                    .or(() -> context.workspace().opened(CaptureReplay.class, file))
                    .ifPresent(context.shown()::show);
        }
    }

    /** A list that can be edited takes a click for the wish to edit: this one can only while it is asked for. */
    private void editName() {
        list.setEditable(true);
        list.edit(list.getSelectionModel().getSelectedIndex());
    }

    private void moved(Path file) {
        wanted = file;
        refresh();
    }

    private boolean isShown(CaptureEntry entry) {
        return context.shown().sourceProperty().get().filter(source ->
                source instanceof FromFile from && from.file().equals(entry.file().file())).isPresent();
    }

    // ------------------------------------------------------------------ what there is

    private void refresh() {
        lookedAt = System.nanoTime();
        captures.refresh();
    }

    private void update() {
        replay.update();
        Set<Path> now = context.workspace().recordings().stream().map(state -> state.file())
                .collect(Collectors.toUnmodifiableSet());
        boolean grows = !now.isEmpty() && System.nanoTime() - lookedAt > RECORDING_LOOK_NANOS;
        if (stale.getAndSet(false) | !now.equals(recording) | grows) {
            recording = now;
            refresh();
        }
        CaptureList.Listing next = captures.listing();
        if (next != listing && list.getEditingIndex() < 0) {
            listing = next;
            fill(next);
        }
    }

    private void fill(CaptureList.Listing next) {
        List<CaptureEntry> entries = next.entries().stream().filter(filterBar.filterProperty().get()::matches).toList();
        placeholder.setText(placeholder(next));
        filterBar.count(entries.size(), next.entries().size());
        if (entries.equals(list.getItems())) {
            return;
        }
        Set<Path> before = chosen().stream().map(entry -> entry.file().file()).collect(Collectors.toSet());
        Optional<Path> goal = Optional.ofNullable(wanted)
                .filter(file -> next.entries().stream().anyMatch(entry -> entry.file().file().equals(file)));
        goal.ifPresent(_ -> wanted = null);
        list.getItems().setAll(entries);
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < entries.size(); i++) {
            Path file = entries.get(i).file().file();
            if (goal.map(file::equals).orElse(before.contains(file))) {
                list.getSelectionModel().select(i);
            }
        }
        actions.update();
    }

    private static String placeholder(CaptureList.Listing listing) {
        if (!listing.loaded()) {
            return TEXTS.get("loading");
        }
        return listing.problem().map(Message::text)
                .orElseGet(() -> TEXTS.get(listing.entries().isEmpty() ? "empty" : "empty.filtered"));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> toolbar() {
        List<Node> nodes = new ArrayList<>(actions.toolbar());
        nodes.addFirst(filterBar.button());
        return nodes;
    }

    @Override
    public void shown() {
        refresh();
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public void saveState(Memento memento) {
        filterBar.saveState(memento);
    }

    @Override
    public void restoreState(Memento memento) {
        filterBar.restoreState(memento);
    }

    @Override
    public void dispose() {
        unsubscribe.run();
        captures.close();
    }
}
