package dev.fourshake.ui.view.captures;

import dev.fourshake.app.workspace.CaptureEntry;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A capture in the list: its name and state, and below it when, how long and how much. The name can be edited. */
final class CaptureCell extends ListCell<CaptureEntry> {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("fs-shown");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("fs-failed");
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("fs-recording");

    private final Predicate<CaptureEntry> shown;
    private final BiConsumer<CaptureEntry, String> rename;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label state = new Label();
    private final HBox head = new HBox(6, name, state);
    private final Label details = new Label();
    private final VBox lines = new VBox(head, details);
    private final HBox content = new HBox(6, icon, lines);
    private final TextField field = new TextField();
    private final Tooltip tooltip = new Tooltip();

    /**
     * @param shown  whether a capture is what the window shows
     * @param rename gives it another name
     */
    CaptureCell(Predicate<CaptureEntry> shown, BiConsumer<CaptureEntry, String> rename) {
        this.shown = shown;
        this.rename = rename;
        content.getStyleClass().add("fs-capture");
        content.setAlignment(Pos.CENTER_LEFT);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        name.getStyleClass().add("fs-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        state.getStyleClass().add("fs-state");
        state.setMinWidth(USE_PREF_SIZE);
        details.getStyleClass().add("fs-details");
        // No wider than the list: what does not fit is in the tooltip.
        setPrefWidth(0);
        field.getStyleClass().add("fs-rename");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(_ -> commit());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
    }

    @Override
    protected void updateItem(CaptureEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        CaptureEntry.State now = entry.state();
        icon.setIconCode(icon(now));
        name.setText(entry.file().name());
        state.setText(CaptureText.state(entry));
        details.setText(CaptureText.details(entry));
        tooltip.setText(CaptureText.tooltip(entry));
        pseudoClassStateChanged(SHOWN, shown.test(entry));
        pseudoClassStateChanged(RECORDING, now == CaptureEntry.State.RECORDING);
        pseudoClassStateChanged(FAILED, now == CaptureEntry.State.DAMAGED || now == CaptureEntry.State.UNREADABLE);
        setTooltip(tooltip);
        setAccessibleText(name.getText() + ", " + state.getText() + ", " + details.getText());
        setGraphic(content);
    }

    private static Ikon icon(CaptureEntry.State state) {
        return switch (state) {
            case UNKNOWN -> Feather.FILE;
            case RECORDING -> Feather.DISC;
            case ENDED -> Feather.FILE_TEXT;
            case ENDED_ABRUPTLY -> Feather.FILE_MINUS;
            case DAMAGED -> Feather.ALERT_TRIANGLE;
            case UNREADABLE -> Feather.X_OCTAGON;
        };
    }

    // ------------------------------------------------------------------ the name

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            field.setText(getItem().file().name());
            head.getChildren().setAll(field);
            field.requestFocus();
            field.selectAll();
        }
    }

    private void commit() {
        if (isEditing()) {
            CaptureEntry entry = getItem();
            String wish = field.getText().strip();
            cancelEdit();
            if (!wish.isEmpty() && !wish.equals(entry.file().name())) {
                rename.accept(entry, wish);
            }
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        head.getChildren().setAll(name, state);
    }
}
