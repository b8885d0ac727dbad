package dev.fourshake.ui.view;

import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.view.Memento;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;

/**
 * A table of small immutable records: columns from a bundle, sorting, copying as text with tabs, remembered widths.
 * A text that its column cuts off is in the cell's tooltip.
 * Refilling keeps the selection and the sort order.
 *
 * @param <T> the record
 */
public final class RecordTable<T> extends TableView<T> {

    private final Texts texts;
    private final Function<T, Object> identity;
    private final ObservableList<T> records = FXCollections.observableArrayList();
    private final FilteredList<T> wanted = new FilteredList<>(records);
    private final Label nothing = new Label();
    private boolean filling;

    /**
     * @param texts    with a {@code column.KEY} for each column, and {@code empty} for what to do where there is
     *         nothing
     * @param identity what makes two records the same one at two moments
     */
    public RecordTable(Texts texts, Function<T, Object> identity) {
        this.texts = texts;
        this.identity = identity;
        getStyleClass().addAll("dense", "striped");
        setFixedCellSize(22);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        sayWhereEmpty("empty");
        nothing.setTextAlignment(TextAlignment.CENTER);
        nothing.setWrapText(true);
        setPlaceholder(nothing);
        setAccessibleText(texts.get("view.title"));
        var sorted = wanted.sorted();
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        addEventFilter(KeyEvent.KEY_PRESSED, this::begin);
    }

    /** What to do where there is nothing, when that is not the same at all times. @param key of the bundle */
    public void sayWhereEmpty(String key) {
        nothing.setText(texts.get(key));
    }

    /** Where nothing is chosen yet an arrow key chooses the first; JavaFX would begin with the second. */
    private void begin(KeyEvent event) {
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()
                && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            getSelectionModel().clearAndSelect(0);
            scrollTo(0);
            event.consume();
        }
    }

    /** A column of text. */
    public RecordTable<T> text(String key, double width, Function<T, String> text) {
        return column(key, width, Pos.CENTER_LEFT, text, Comparator.comparing(text));
    }

    /** A column of numbers, at the right and sorted as numbers. */
    public RecordTable<T> number(String key, double width, Function<T, String> text, ToDoubleFunction<T> value) {
        return column(key, width, Pos.CENTER_RIGHT, text, Comparator.comparingDouble(value));
    }

    private RecordTable<T> column(String key, double width, Pos alignment, Function<T, String> text,
                                  Comparator<T> order) {
        TableColumn<T, T> column = new TableColumn<>(texts.get("column." + key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        column.setUserData(text);
        column.setCellFactory(_ -> new Cell(alignment, text));
        getColumns().add(column);
        return this;
    }

    /** Shows only the records that pass; the others are still there. */
    public void show(Predicate<T> only) {
        T chosen = getSelectionModel().getSelectedItem();
        filling = true;
        try {
            wanted.setPredicate(only);
            reselect(chosen);
        } finally {
            filling = false;
        }
    }

    /** How many records there are, shown or not. */
    public int total() {
        return records.size();
    }

    /** Tells {@code listener} of what the user chooses; refilling tells nobody. */
    public void onChoose(Consumer<T> listener) {
        getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null && !filling) {
                listener.accept(chosen);
            }
        });
    }

    /** Shows other records, or the same ones as they are now. */
    public void fill(List<T> next) {
        T chosen = getSelectionModel().getSelectedItem();
        filling = true;
        try {
            int growth = grownBy(next);
            if (growth >= 0) {
                records.addAll(next.subList(records.size(), next.size()));
            } else {
                records.setAll(next);
                reselect(chosen);
            }
        } finally {
            filling = false;
        }
    }

    /** How many records came at the end, if nothing else changed; else -1. */
    private int grownBy(List<T> next) {
        int before = records.size();
        if (next.size() < before) {
            return -1;
        }
        for (int i = 0; i < before; i++) {
            if (next.get(i) != records.get(i)) {
                return -1;
            }
        }
        return next.size() - before;
    }

    private void reselect(T chosen) {
        if (chosen == null) {
            return;
        }
        Object wanted = identity.apply(chosen);
        for (int i = 0; i < getItems().size(); i++) {
            if (identity.apply(getItems().get(i)).equals(wanted)) {
                getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    /** Selects the record of this identity without telling anybody. */
    public void reveal(Object wanted) {
        filling = true;
        try {
            getSelectionModel().clearSelection();
            for (int i = 0; i < getItems().size(); i++) {
                if (identity.apply(getItems().get(i)).equals(wanted)) {
                    getSelectionModel().clearAndSelect(i);
                    scrollTo(Math.max(0, i - 3));
                    return;
                }
            }
        } finally {
            filling = false;
        }
    }

    /** Copies the selected records as text: tabs between the columns, as they are seen. */
    @SuppressWarnings("unchecked")
    public void copy() {
        String text = getSelectionModel().getSelectedItems().stream()
                .map(item -> getVisibleLeafColumns().stream()
                        .map(column -> ((Function<T, String>) column.getUserData()).apply(item))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    public void saveState(Memento memento) {
        getColumns().forEach(column -> memento.put("width." + column.getId(), column.getWidth()));
    }

    public void restoreState(Memento memento) {
        getColumns().forEach(column ->
                column.setPrefWidth(memento.number("width." + column.getId(), column.getPrefWidth())));
    }

    private final class Cell extends TableCell<T, T> {

        private final Function<T, String> text;

        private Cell(Pos alignment, Function<T, String> text) {
            this.text = text;
            setAlignment(alignment);
            WholeText.install(this);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : text.apply(item));
        }
    }
}
