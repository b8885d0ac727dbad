package dev.fourshake.ui.view.packet;

import dev.fourshake.model.dissect.Field;
import dev.fourshake.model.text.Message;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/** The fields of a packet as a tree with value and meaning. What was open stays open from packet to packet. */
final class FieldTree extends TreeTableView<Field> {

    private static final Texts TEXTS = Texts.of(FieldTree.class);

    private static final String CHARACTERS = "UTF-8 Character Data";
    /** The {@link Field#bitMask} of what is no flag. */
    private static final int WHOLE_BYTES = 0xFF;

    private boolean filling;

    FieldTree(Consumer<Field> onChoose) {
        getStyleClass().addAll("fs-fields", "dense");
        setShowRoot(false);
        setFixedCellSize(22);
        setAccessibleText(TEXTS.get("fields"));
        Label empty = new Label(TEXTS.get("empty"));
        empty.setWrapText(true);
        setPlaceholder(empty);
        column("field", 170, Field::name);
        column("value", 140, Field::value);
        column("meaning", 260, field -> field.meaning().map(Message::text).orElse(""));
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item.getValue() != null && !filling) {
                onChoose.accept(item.getValue());
            }
        });
    }

    private void column(String key, double width, Function<Field, String> text) {
        TreeTableColumn<Field, String> column = new TreeTableColumn<>(TEXTS.get("column." + key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        getColumns().add(column);
    }

    /** Shows the fields of another packet. */
    void show(List<Field> fields) {
        filling = true;
        try {
            getSelectionModel().clearSelection();
            TreeItem<Field> root = new TreeItem<>();
            fields.forEach(field -> root.getChildren().add(item(field)));
            setRoot(root);
        } finally {
            filling = false;
        }
    }

    private static TreeItem<Field> item(Field field) {
        TreeItem<Field> item = new TreeItem<>(field);
        item.setExpanded(true);
        field.children().forEach(child -> item.getChildren().add(item(child)));
        return item;
    }

    /** The field whose text this is; the field itself where it is not the text within another. */
    static TreeItem<Field> ofText(TreeItem<Field> item) {
        return item.getValue().name().equals(CHARACTERS) && item.getParent() != null ? item.getParent() : item;
    }

    /** Selects the smallest field that has exactly these bytes, or else holds the first of them. */
    void reveal(int offset, int length) {
        if (getRoot() == null) {
            return;
        }
        find(getRoot(), offset, length).ifPresent(item -> {
            filling = true;
            try {
                getSelectionModel().select(item);
                scrollTo(Math.max(0, getRow(item) - 3));
            } finally {
                filling = false;
            }
        });
    }

    private static Optional<TreeItem<Field>> find(TreeItem<Field> root, int offset, int length) {
        List<TreeItem<Field>> path = new ArrayList<>();
        TreeItem<Field> level = root;
        while (level != null) {
            TreeItem<Field> inside = null;
            for (TreeItem<Field> child : level.getChildren()) {
                Field field = child.getValue();
                // In a byte of flags it is the byte: none of its flags is meant more than the others.
                if (field.bitMask() == WHOLE_BYTES && field.covers(offset)
                        && offset + length <= field.offset() + field.length()) {
                    inside = child;
                    break;
                }
            }
            if (inside != null) {
                path.add(inside);
            }
            level = inside;
        }
        return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
    }
}
