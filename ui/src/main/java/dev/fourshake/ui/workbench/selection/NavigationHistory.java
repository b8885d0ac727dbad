package dev.fourshake.ui.workbench.selection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Where the user has been, for Back and Forward. Keeps the last {@value #LIMIT} places. For the JavaFX thread. */
public final class NavigationHistory<S> {

    static final int LIMIT = 200;

    private final Deque<S> past = new ArrayDeque<>();
    private final Deque<S> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Consumer<S> go;
    private S here;

    NavigationHistory(Consumer<S> go) {
        this.go = go;
    }

    /** A new place: what was ahead is forgotten. The same place again, or none, changes nothing. */
    void visit(S place) {
        if (place == null || place.equals(here)) {
            return;
        }
        if (here != null) {
            past.push(here);
        }
        if (past.size() > LIMIT) {
            past.removeLast();
        }
        future.clear();
        here = place;
        update();
    }

    public void back() {
        move(past, future);
    }

    public void forward() {
        move(future, past);
    }

    private void move(Deque<S> from, Deque<S> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(here);
        here = from.pop();
        update();
        go.accept(here);
    }

    private void update() {
        canGoBack.set(!past.isEmpty());
        canGoForward.set(!future.isEmpty());
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /** Forgets all places, for example when another capture is opened. */
    public void clear() {
        past.clear();
        future.clear();
        here = null;
        update();
    }
}
