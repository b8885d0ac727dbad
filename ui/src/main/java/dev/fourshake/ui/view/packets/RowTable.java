package dev.fourshake.ui.view.packets;

import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.trace.LatestQuery;
import dev.fourshake.ui.trace.RowList;
import dev.fourshake.ui.trace.Times;
import dev.fourshake.ui.view.WholeText;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.view.Memento;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The table of the Packets view: rows of a trace, formatted when they are painted. For the JavaFX thread. */
final class RowTable extends TableView<Integer> implements AutoCloseable {

    private static final Texts TEXTS = Texts.of(RowTable.class);
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("fs-error");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("fs-warning");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("fs-held");
    private static final PseudoClass EVENT = PseudoClass.getPseudoClass("fs-event");

    /** Of the column of numbers, which has room for so many digits. */
    private static final double NUMBER_WIDTH = 48;
    private static final int NUMBER_DIGITS = 4;
    private static final double DIGIT_WIDTH = 8;

    /** Counts the snapshots; the cells in sight write their text anew with each, and stay the nodes that they are. */
    private final LongProperty beat = new SimpleLongProperty();
    private final Payloads payloads = new Payloads(this::rewrite);
    private final LatestQuery<String> copies = new LatestQuery<>("packets-copy");
    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    /** What the numbers have needed so far; narrower the user may make them. */
    private double widest = NUMBER_WIDTH;

    RowTable(RowList rows) {
        super(rows);
        getStyleClass().addAll("fs-packets", "dense", "striped");
        setFixedCellSize(22);
        setAccessibleText(TEXTS.get("view.title"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new Row());
        // What is asked for most comes first: so much, up to the payload, is seen at once in a window of 1280 pixels.
        add("number", NUMBER_WIDTH, Pos.CENTER_RIGHT, (_, row) -> Integer.toString(row + 1));
        add("time", 88, Pos.CENTER_RIGHT, (t, row) -> Times.relative(t.timeNanos(row), t.timeNanos(0)));
        add("client", 86, Pos.CENTER_LEFT, RowText::client);
        add("direction", 24, Pos.CENTER, RowText::direction);
        add("kind", 90, Pos.CENTER_LEFT, RowText::kind);
        add("packetId", 44, Pos.CENTER_RIGHT, RowText::packetId);
        add("qos", 38, Pos.CENTER, RowText::qos);
        add("state", 80, Pos.CENTER_LEFT, RowText::state);
        add("info", 110, Pos.CENTER_LEFT, RowText::info);
        add("payload", 78, Pos.CENTER_LEFT, payloads::of, Payloads::read);
        add("flags", 84, Pos.CENTER_LEFT, RowText::flags);
        add("length", 60, Pos.CENTER_RIGHT, RowText::length);
    }

    private void add(String key, double width, Pos alignment, BiFunction<TraceSnapshot, Integer, String> text) {
        add(key, width, alignment, text, text);
    }

    /** @param copied what is copied, asked for by another thread */
    private void add(String key, double width, Pos alignment, BiFunction<TraceSnapshot, Integer, String> text,
                     BiFunction<TraceSnapshot, Integer, String> copied) {
        TableColumn<Integer, Integer> column = new TableColumn<>(TEXTS.get("column." + key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setUserData(copied);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        // Of a topic the end tells as much as the beginning.
        OverrunStyle overrun = key.equals("info") ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS;
        column.setCellFactory(_ -> new Cell(alignment, overrun, text));
        getColumns().add(column);
    }

    /** Another source comes: nothing that is known of a row holds. */
    void forget() {
        payloads.forget();
    }

    /** The trace as it is now; the cells are written anew with {@link #rewrite}. */
    void show(TraceSnapshot next) {
        if (next.rowCount() < trace.rowCount() || next.revision() < trace.revision()) {
            // A step back in a replay.
            payloads.forget();
        }
        trace = next;
        widen();
    }

    /** A row's number is what people tell each other: it is whole, however many there are. */
    private void widen() {
        double needed = NUMBER_WIDTH + DIGIT_WIDTH * (Integer.toString(trace.rowCount()).length() - NUMBER_DIGITS);
        if (needed > widest) {
            widest = needed;
            getColumns().stream().filter(column -> column.getId().equals("number"))
                    .forEach(column -> column.setPrefWidth(Math.max(column.getWidth(), needed)));
        }
    }

    /** Writes the cells in sight anew. */
    void rewrite() {
        beat.set(beat.get() + 1);
    }

    /** Copies the chosen rows as text with tabs, as they stand in the columns that are seen. */
    void copy() {
        TraceSnapshot copied = trace;
        List<Integer> chosen = List.copyOf(getSelectionModel().getSelectedItems());
        List<BiFunction<TraceSnapshot, Integer, String>> columns =
                getVisibleLeafColumns().stream().map(RowTable::copied).toList();
        copies.ask(() -> chosen.stream().map(row -> columns.stream().map(column -> column.apply(copied, row))
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\n", "", "\n")), text -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    @SuppressWarnings("unchecked") // it is what was given to the column
    private static BiFunction<TraceSnapshot, Integer, String> copied(TableColumn<?, ?> column) {
        return (BiFunction<TraceSnapshot, Integer, String>) column.getUserData();
    }

    void saveState(Memento memento) {
        getColumns().forEach(column -> memento.put("width." + column.getId(), column.getWidth()));
    }

    void restoreState(Memento memento) {
        getColumns().forEach(column ->
                column.setPrefWidth(memento.number("width." + column.getId(), column.getPrefWidth())));
    }

    @Override
    public void close() {
        payloads.close();
        copies.close();
    }

    private final class Cell extends TableCell<Integer, Integer> {

        private final BiFunction<TraceSnapshot, Integer, String> text;

        private Cell(Pos alignment, OverrunStyle overrun, BiFunction<TraceSnapshot, Integer, String> text) {
            this.text = text;
            setAlignment(alignment);
            setTextOverrun(overrun);
            WholeText.install(this);
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
