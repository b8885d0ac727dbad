package dev.fourshake.ui.view.packets;

import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.filter.FilterBar;
import dev.fourshake.ui.filter.FilterMenu;
import dev.fourshake.ui.filter.RowQuery;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.trace.RowList;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Packets view: every row of the trace, formatted when it is painted. The accessible twin of the diagram. */
public final class PacketsView implements ViewPart {

    public static final String ID = "packets";

    private static final Texts TEXTS = Texts.of(PacketsView.class);
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("fs-error");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("fs-warning");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("fs-held");
    private static final PseudoClass EVENT = PseudoClass.getPseudoClass("fs-event");

    private final ViewContext context;
    private final RowList rows = new RowList();
    private final TableView<Integer> table = new TableView<>(rows);
    private final ToggleButton follow = new ToggleButton(null, new FontIcon(Feather.CHEVRONS_DOWN));
    /** Counts the snapshots; the cells in sight write their text anew with each, and stay the nodes that they are. */
    private final LongProperty beat = new SimpleLongProperty();
    private final FilterBar filterBar;
    private final RowQuery filtered = new RowQuery("packets-filter", this::show);
    private final BorderPane content = new BorderPane(table);
    private final Label empty = new Label();
    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    private boolean selecting;

    public PacketsView(ViewSite site, ViewContext context) {
        this.context = context;
        table.getStyleClass().addAll("fs-packets", "dense", "striped");
        table.setFixedCellSize(22);
        empty.setTextAlignment(TextAlignment.CENTER);
        table.setPlaceholder(empty);
        table.setAccessibleText(TEXTS.get("view.title"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(_ -> new Row());
        addColumns();
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
        filterBar = new FilterBar(() -> trace);
        content.setTop(filterBar.node());
        filterBar.filterProperty().subscribe(this::filter);
        context.shown().sourceProperty().subscribe(_ -> filtered.restart());
        table.setContextMenu(new FilterMenu(() -> table.getSelectionModel().getSelectedItem(), () -> trace,
                filterBar).menu());
        site.handle(StandardCommands.COPY, Handler.of(this::copy));
        site.handle(StandardCommands.FIND, Handler.of(filterBar::open));
        site.onPulse(Phase.UPDATE, this::update);
    }

    private void filter(Filter filter) {
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
        beat.set(beat.get() + 1);
        if (rows.size() > before && follow.isSelected()) {
            table.scrollTo(rows.size() - 1);
        }
    }

    private void addColumns() {
        add("number", 52, Pos.CENTER_RIGHT, (_, row) -> Integer.toString(row + 1));
        add("time", 84, Pos.CENTER_RIGHT, (t, row) -> Times.relative(t.timeNanos(row), t.timeNanos(0)));
        add("client", 104, Pos.CENTER_LEFT, RowText::client);
        add("direction", 26, Pos.CENTER, RowText::direction);
        add("kind", 92, Pos.CENTER_LEFT, RowText::kind);
        add("packetId", 40, Pos.CENTER_RIGHT, RowText::packetId);
        add("qos", 38, Pos.CENTER, RowText::qos);
        add("info", 200, Pos.CENTER_LEFT, RowText::info);
        add("flags", 84, Pos.CENTER_LEFT, RowText::flags);
        add("state", 100, Pos.CENTER_LEFT, RowText::state);
        add("length", 60, Pos.CENTER_RIGHT, RowText::length);
    }

    private void add(String key, double width, Pos alignment, BiFunction<TraceSnapshot, Integer, String> text) {
        TableColumn<Integer, Integer> column = new TableColumn<>(TEXTS.get("column." + key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(alignment, text));
        table.getColumns().add(column);
    }

    private void update() {
        TraceSnapshot next = context.shown().snapshot();
        if (next == trace) {
            return;
        }
        trace = next;
        if (filterBar.filterProperty().get().isAll()) {
            grow(() -> rows.resize(next.rowCount()));
        } else {
            filtered.update(next);
            beat.set(beat.get() + 1);
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

    private void copy() {
        String text = table.getSelectionModel().getSelectedItems().stream().map(this::line)
                .collect(Collectors.joining("\n", "", "\n"));
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** One row as text with tabs, as it stands in the columns that are seen. */
    private String line(int row) {
        return table.getVisibleLeafColumns().stream()
                .map(column -> ((Cell) column.getCellFactory().call(null)).text.apply(trace, row))
                .collect(Collectors.joining("\t"));
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
    }

    @Override
    public void saveState(Memento memento) {
        table.getColumns().forEach(column -> memento.put("width." + column.getId(), column.getWidth()));
        memento.put("follow", follow.isSelected());
        filterBar.saveState(memento);
    }

    @Override
    public void restoreState(Memento memento) {
        table.getColumns().forEach(column ->
                column.setPrefWidth(memento.number("width." + column.getId(), column.getPrefWidth())));
        follow.setSelected(memento.flag("follow", true));
        filterBar.restoreState(memento);
    }

    private final class Cell extends TableCell<Integer, Integer> {

        private final BiFunction<TraceSnapshot, Integer, String> text;

        private Cell(Pos alignment, BiFunction<TraceSnapshot, Integer, String> text) {
            this.text = text;
            setAlignment(alignment);
            beat.subscribe(_ -> write(getItem(), isEmpty()));
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            write(row, empty);
        }

        private void write(Integer row, boolean empty) {
            setText(empty || row == null || row >= trace.rowCount() ? null : text.apply(trace, row));
        }
    }

    /** Colours a row by the worst that is known of it. */
    private final class Row extends TableRow<Integer> {

        private Row() {
            beat.subscribe(_ -> colour(getItem(), isEmpty()));
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            colour(row, empty);
        }

        private void colour(Integer row, boolean empty) {
            boolean known = !empty && row != null && row < trace.rowCount();
            Severity severity = known ? trace.severity(row) : Severity.NONE;
            pseudoClassStateChanged(ERROR, severity == Severity.ERROR);
            pseudoClassStateChanged(WARNING, severity == Severity.WARNING);
            pseudoClassStateChanged(HELD, known && trace.heldRows().contains(row));
            pseudoClassStateChanged(EVENT, known && switch (trace.kind(row)) {
                case PACKET, OPAQUE -> false;
                case LINK_OPENED, LINK_ENDED, RELEASED, MISSED -> true;
            });
        }
    }
}
