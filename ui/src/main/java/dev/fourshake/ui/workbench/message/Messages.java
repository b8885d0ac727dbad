package dev.fourshake.ui.workbench.message;

import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages that the user has not closed yet, oldest first. */
public final class Messages {

    static final int LIMIT = 20;

    private final ObservableList<Message> open = FXCollections.observableArrayList();
    private final ObservableList<Message> openView = FXCollections.unmodifiableObservableList(open);

    /**
     * Shows {@code message} as the newest; an older one that says the same goes. If it is the newest already, nothing
     * changes: what fails in every frame must not keep the user from closing it. From any thread.
     */
    public void show(Message message) {
        if (!Platform.isFxApplicationThread()) {
            Platform.runLater(() -> show(message));
            return;
        }
        if (!open.isEmpty() && saysTheSame(open.getLast(), message)) {
            return;
        }
        open.removeIf(other -> saysTheSame(other, message));
        if (open.size() == LIMIT) {
            open.removeFirst();
        }
        open.add(message);
    }

    private static boolean saysTheSame(Message one, Message other) {
        return one.severity() == other.severity() && one.text().equals(other.text());
    }

    /** The user has read it. */
    public void close(Message message) {
        open.remove(message);
    }

    public ObservableList<Message> open() {
        return openView;
    }
}
