package dev.fourshake.ui.workbench.selection;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * The one selection that all views share: an immutable reference, never an index or a live object. For the JavaFX
 * thread.
 *
 * @param <S> the reference; equal references are the same selection
 */
public final class SelectionService<S> {

    private final ReadOnlyObjectWrapper<Selected<S>> current = new ReadOnlyObjectWrapper<>(new Selected<>(null, null));
    private final NavigationHistory<S> history = new NavigationHistory<>(this::go);

    /**
     * A selection and who made it.
     *
     * @param value  null: nothing is selected
     * @param source the view (or other part) that selected it, null for the history
     */
    public record Selected<S>(S value, Object source) {
    }

    /** What is selected and by whom. */
    public ReadOnlyObjectProperty<Selected<S>> selectedProperty() {
        return current.getReadOnlyProperty();
    }

    /** What is selected, or null. */
    public S get() {
        return current.get().value();
    }

    /** The user chose {@code value} in {@code source}: tells the others, and keeps it for Back. */
    public void select(S value, Object source) {
        history.visit(value);
        current.set(new Selected<>(value, source));
    }

    /** As {@link #select}, for what moves by itself (following the traffic): leaves no trace in the history. */
    public void follow(S value, Object source) {
        current.set(new Selected<>(value, source));
    }

    /**
     * Tells {@code listener} of the present selection and of each later one that {@code self} did not make itself.
     */
    public Subscription listen(Object self, Consumer<? super S> listener) {
        return current.subscribe(selected -> {
            if (selected.source() == null || selected.source() != self) {
                listener.accept(selected.value());
            }
        });
    }

    public NavigationHistory<S> history() {
        return history;
    }

    private void go(S value) {
        current.set(new Selected<>(value, null));
    }
}
