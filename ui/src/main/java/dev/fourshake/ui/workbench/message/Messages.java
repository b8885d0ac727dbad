package dev.fourshake.ui.workbench.message;

import java.util.Objects;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages that the user has not closed yet, oldest first. */
public final class Messages {

    static final int LIMIT = 20;

    private final ObservableList<Message> open = FXCollections.observableArrayList();
    private final ObservableList<Message> openView = FXCollections.unmodifiableObservableList(open);

    /** Shows {@code message}; one that says the same is replaced. From any thread. */
    public void show(Message message) {
        if (!Platform.isFxApplicationThread()) {
            Platform.runLater(() -> show(message));
            return;
        }
        open.removeIf(other -> other.severity() == message.severity() && Objects.equals(other.text(), message.text()));
        if (open.size() == LIMIT) {
            open.removeFirst();
        }
        open.add(message);
    }

    /** The user has read it. */
    public void close(Message message) {
        open.remove(message);
    }

    public ObservableList<Message> open() {
        return openView;
    }
}
