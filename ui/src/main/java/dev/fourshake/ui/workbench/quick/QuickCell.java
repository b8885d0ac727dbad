package dev.fourshake.ui.workbench.quick;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of quick access: icon, name, and at the right the kind of thing and its key. */
final class QuickCell extends ListCell<QuickEntry> {

    private final Label icon = new Label();
    private final Label name = new Label();
    private final Label category = new Label();
    private final Label key = new Label();
    private final HBox line;

    QuickCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        category.getStyleClass().add("category");
        key.getStyleClass().add("key");
        icon.getStyleClass().add("icon");
        line = new HBox(icon, name, gap, key, category);
        line.getStyleClass().add("quick-line");
    }

    @Override
    protected void updateItem(QuickEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(entry.label());
        icon.setGraphic(entry.icon() == null ? null : new FontIcon(entry.icon()));
        category.setText(entry.category());
        key.setText(entry.key());
        setAccessibleText(entry.label());
        setGraphic(line);
    }
}
