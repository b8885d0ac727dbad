package dev.fourshake.ui.workbench.message;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The messages that the user has not closed yet, oldest first. */
public final class Messages {

    static final int LIMIT = 20;

    private final ObservableList<Message> open = FXCollections.observableArrayList();
    private final ObservableList<Message> openView = FXCollections.unmodifiableObservableList(open);
    private final ReadOnlyBooleanWrapper canAct = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper isAny = new ReadOnlyBooleanWrapper();

    public Messages() {
        open.addListener((ListChangeListener<Message>) _ -> {
            canAct.set(offering().isPresent());
            isAny.set(!open.isEmpty());
        });
    }

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

    /** The user has read the newest. */
    public void closeNewest() {
        if (!open.isEmpty()) {
            open.removeLast();
        }
    }

    /** Whether there is something to be closed. */
    public ReadOnlyBooleanProperty isAnyProperty() {
        return isAny.getReadOnlyProperty();
    }

    /** Does what the newest message that offers something offers first: to take back what was done. */
    public void act() {
        offering().ifPresent(message -> {
            close(message);
            message.actions().getFirst().action().run();
        });
    }

    public ReadOnlyBooleanProperty canActProperty() {
        return canAct.getReadOnlyProperty();
    }

    private Optional<Message> offering() {
        return open.reversed().stream().filter(message -> !message.actions().isEmpty()).findFirst();
    }

    public ObservableList<Message> open() {
        return openView;
    }
}
