package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.job.BackgroundJobs;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the foot of the window: a message, what runs in the background, and figures that others add. */
public final class StatusLine extends HBox {

    private final StringProperty message = new SimpleStringProperty("");
    private final HBox items = new HBox();

    StatusLine(BackgroundJobs jobs) {
        getStyleClass().add("status-line");
        Label text = new Label();
        text.textProperty().bind(message);
        text.getStyleClass().add("status-message");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        items.getStyleClass().add("status-items");
        // A long message is cut off before the figures are.
        items.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(text, new JobProgress(jobs), items);
    }

    /** What was done last, or what the pointer is on; empty for nothing. */
    public StringProperty messageProperty() {
        return message;
    }

    /** Adds a figure at the right, after those that are there. */
    public void add(Node item) {
        item.getStyleClass().add("status-item");
        items.getChildren().add(item);
    }
}
