package dev.fourshake.ui.view.packets;

import dev.fourshake.app.workspace.CaptureTrace;
import dev.fourshake.app.workspace.OpenTrace;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.filter.FilterBar;
import dev.fourshake.ui.filter.FilterMenu;
import dev.fourshake.ui.filter.RowQuery;
import dev.fourshake.ui.hold.HeldCommands;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.RowList;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Packets view: every row of the trace, formatted when it is painted. The accessible twin of the diagram. */
public final class PacketsView implements ViewPart {

    public static final String ID = "packets";

    private static final Texts TEXTS = Texts.of(PacketsView.class);

    private final ViewContext context;
    private final RowList rows = new RowList();
    private final RowTable table = new RowTable(rows);
    private final ToggleButton follow = new ToggleButton(null, new FontIcon(Feather.CHEVRONS_DOWN));
    private final FilterBar<Subject> filterBar;
    private final RowQuery filtered = new RowQuery("packets-filter", this::show);
    private final BorderPane content = new BorderPane(table);
    private final Label empty = new Label();
    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    private boolean selecting;

    public PacketsView(ViewSite site, ViewContext context) {
        this.context = context;
        empty.setTextAlignment(TextAlignment.CENTER);
        table.setPlaceholder(empty);
        follow.setSelected(true);
        follow.setTooltip(new Tooltip(TEXTS.get("follow.hint")));
        follow.setAccessibleText(TEXTS.get("follow"));
        follow.getStyleClass().add("command-button");
        table.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        context.selection().listen(this, this::reveal);
        filterBar = FilterBar.ofPackets(() -> trace);
        context.filters().add(filterBar);
        content.setTop(filterBar.node());
        filterBar.filterProperty().subscribe(this::filter);
        context.shown().sourceProperty().subscribe(this::begin);
        table.setContextMenu(new FilterMenu(() -> table.getSelectionModel().getSelectedItem(), () -> trace,
                filterBar).menu());
        HeldCommands.install(table.getContextMenu(), site.workbench().commands(), this::isHeldChosen);
        site.handle(StandardCommands.COPY, Handler.of(table::copy));
        site.handle(StandardCommands.FIND, Handler.of(filterBar::open));
        site.onPulse(Phase.UPDATE, this::update);
    }

    /** What is live is followed; a file is read from its beginning, also while it is still being opened. */
    private void begin(Optional<OpenTrace> source) {
        table.forget();
        filtered.restart();
        follow.setSelected(source.filter(CaptureTrace.class::isInstance).isEmpty());
        if (!follow.isSelected()) {
            table.scrollTo(0);
        }
    }

    private void filter(Filter<Subject> filter) {
        empty.setText(TEXTS.get(filter.isAll() ? "empty" : "empty.filtered"));
        filtered.filter(filter);
        if (filter.isAll()) {
            rows.resize(trace.rowCount());
            filterBar.count(trace.rowCount(), trace.rowCount());
        } else {
            filtered.update(trace);
        }
    }

    /** The rows that pass the filter have been found. */
    private void show(RowQuery.Answer answer) {
        grow(() -> rows.show(answer.shown()));
        filterBar.count(rows.size(), answer.trace().rowCount());
    }

    private void grow(Runnable change) {
        int before = rows.size();
        change.run();
        table.rewrite();
        if (rows.size() > before && follow.isSelected()) {
            table.scrollTo(rows.size() - 1);
        }
    }

    private void update() {
        TraceSnapshot next = context.shown().snapshot();
        if (next == trace) {
            return;
        }
        trace = next;
        table.show(next);
        if (filterBar.filterProperty().get().isAll()) {
            grow(() -> rows.resize(next.rowCount()));
        } else {
            filtered.update(next);
            table.rewrite();
        }
    }

    private void choose(Integer row) {
        if (row != null && !selecting) {
            follow.setSelected(false);
            context.selection().select(new Selection.Row(row), this);
        }
    }

    /** Shows what another view has chosen. */
    private void reveal(Selection selection) {
        OptionalInt row = selection == null ? OptionalInt.empty() : selection.rowChosen();
        if (row.isEmpty()) {
            return;
        }
        update();
        follow.setSelected(false);
        selecting = true;
        try {
            int index = rows.indexOf(row.getAsInt());
            table.getSelectionModel().clearSelection();
            if (index >= 0) {
                table.getSelectionModel().clearAndSelect(index);
                table.scrollTo(Math.max(0, index - 3));
            }
        } finally {
            selecting = false;
        }
    }

    private boolean isHeldChosen() {
        Integer row = table.getSelectionModel().getSelectedItem();
        return row != null && trace.heldRows().contains(row);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> toolbar() {
        return List.of(filterBar.button(), follow);
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public void dispose() {
        filtered.close();
        table.close();
    }

    @Override
    public void saveState(Memento memento) {
        table.saveState(memento);
        memento.put("follow", follow.isSelected());
        filterBar.saveState(memento);
    }

    @Override
    public void restoreState(Memento memento) {
        table.restoreState(memento);
        follow.setSelected(memento.flag("follow", true));
        filterBar.restoreState(memento);
    }
}
