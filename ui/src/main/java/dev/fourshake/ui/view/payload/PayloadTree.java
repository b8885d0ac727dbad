package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.PayloadNode;
import dev.fourshake.app.payload.TreeChanges;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The structure of a payload: names, values, and what a value was in the message before. */
final class PayloadTree extends TreeTableView<PayloadNode> {

    private static final Texts TEXTS = Texts.of(PayloadTree.class);
    /** Deeper groups begin closed; so do all if there are many. */
    private static final int OPEN_DEPTH = 3;
    private static final int LONGEST = 1_000;

    private final TreeTableColumn<PayloadNode, String> before;
    private TreeChanges changes = TreeChanges.NONE;
    private boolean filling;

    PayloadTree(Consumer<PayloadNode> onChoose) {
        getStyleClass().addAll("fs-payload-tree", "dense");
        setFixedCellSize(22);
        setAccessibleText(TEXTS.get("tree"));
        column("name", 200, node -> node.name().isEmpty() ? TEXTS.get("root") : node.name());
        column("value", 260, PayloadNode::value);
        before = column("before", 130, this::before);
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !filling) {
                onChoose.accept(item.getValue());
            }
        });
        setContextMenu(new ContextMenu(item("copy.value", () -> copy(PayloadNode::value)),
                item("copy.path", this::copyPath),
                item("expand", () -> expand(getRoot(), true)), item("collapse", () -> expand(getRoot(), false))));
    }

    private TreeTableColumn<PayloadNode, String> column(String key, double width, Function<PayloadNode, String> text) {
        TreeTableColumn<PayloadNode, String> column = new TreeTableColumn<>(TEXTS.get("column." + key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(oneLine(text.apply(cell.getValue().getValue()))));
        getColumns().add(column);
        return column;
    }

    private static String oneLine(String text) {
        String part = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return part.replace('\n', '⏎').replace("\r", "");
    }

    private String before(PayloadNode node) {
        Optional<Optional<String>> was = changes.of(node);
        return was.isEmpty() ? "" : was.get().orElse(TEXTS.get("new"));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** @param since empty if there is no message to compare with */
    void show(PayloadNode tree, Optional<TreeChanges> since) {
        filling = true;
        try {
            changes = since.orElse(TreeChanges.NONE);
            before.setVisible(since.isPresent());
            getSelectionModel().clearSelection();
            setRoot(item(tree, 0, tree.children().size() <= LONGEST));
        } finally {
            filling = false;
        }
    }

    private static TreeItem<PayloadNode> item(PayloadNode node, int depth, boolean few) {
        TreeItem<PayloadNode> item = new TreeItem<>(node);
        item.setExpanded(depth == 0 || few && depth < OPEN_DEPTH);
        node.children().forEach(child -> item.getChildren().add(item(child, depth + 1, few)));
        return item;
    }

    private static void expand(TreeItem<PayloadNode> item, boolean open) {
        if (item != null) {
            item.getChildren().forEach(child -> expand(child, open));
            item.setExpanded(open || item.getParent() == null);
        }
    }

    /** Copies the value that is chosen. */
    void copyValue() {
        copy(PayloadNode::value);
    }

    private void copy(Function<PayloadNode, String> text) {
        TreeItem<PayloadNode> item = getSelectionModel().getSelectedItem();
        if (item != null) {
            put(text.apply(item.getValue()));
        }
    }

    private void copyPath() {
        List<String> path = new ArrayList<>();
        for (TreeItem<PayloadNode> item = getSelectionModel().getSelectedItem(); item != null;
                item = item.getParent()) {
            path.addFirst(item.getValue().name());
        }
        path.removeIf(String::isEmpty);
        put(String.join("/", path));
    }

    private static void put(String text) {
        ClipboardContent copied = new ClipboardContent();
        copied.putString(text);
        Clipboard.getSystemClipboard().setContent(copied);
    }
}
