package dev.fourshake.ui.filter;

import dev.fourshake.model.filter.Proposal;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;

/** The list of proposals below the field. The keyboard stays in the field; Up, Down, Enter and Tab work in the list. */
final class CompletionPopup {

    private static final double ROW = 22;
    private static final int ROWS = 9;
    private static final double WIDTH = 240;

    private final TextField field;
    private final Popup popup = new Popup();
    private final ListView<Proposal> list = new ListView<>();

    CompletionPopup(TextField field, Consumer<Proposal> onChoose) {
        this.field = field;
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.getStyleClass().add("fs-completion");
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(Proposal proposal, boolean empty) {
                super.updateItem(proposal, empty);
                setText(empty || proposal == null ? null : proposal.text());
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && chosen() != null) {
                onChoose.accept(chosen());
            }
        });
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // A click beside it is for what is clicked, such as the button of a dialog.
        popup.setConsumeAutoHidingEvents(false);
        popup.setHideOnEscape(false);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    Proposal chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    void hide() {
        popup.hide();
    }

    void show(List<Proposal> proposals) {
        if (proposals.isEmpty() || field.getScene() == null || field.getScene().getWindow() == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(proposals);
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(Math.min(proposals.size(), ROWS) * ROW + 2);
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        if (place != null) {
            // A dialog's style sheets are its scene's, and a popup has a scene of its own.
            popup.getScene().getStylesheets().setAll(field.getScene().getStylesheets());
            popup.show(field, place.getMinX(), place.getMaxY() + 2);
        }
    }

    /** Moves the choice; true where the key was for the list. */
    boolean move(KeyEvent event) {
        int last = list.getItems().size() - 1;
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().select(Math.min(at + 1, last));
            case UP -> list.getSelectionModel().select(at <= 0 ? last : at - 1);
            default -> {
                return false;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS / 2));
        return true;
    }
}
