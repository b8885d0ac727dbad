package dev.fourshake.model.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Immutable lists of what the writer goes on changing: a new one each time it is asked for and something has changed,
 * told by the identity of the elements. Writer's thread only.
 */
final class Snapshots<S, T> {

    private final List<S> states;
    private final Function<S, T> toSnapshot;
    private List<T> view = List.of();

    Snapshots(List<S> states, Function<S, T> toSnapshot) {
        this.states = states;
        this.toSnapshot = toSnapshot;
    }

    /** The same list as before where nothing has changed. */
    List<T> view() {
        boolean changed = view.size() != states.size();
        List<T> now = new ArrayList<>(states.size());
        for (int i = 0; i < states.size(); i++) {
            T snapshot = toSnapshot.apply(states.get(i));
            changed |= !changed && snapshot != view.get(i);
            now.add(snapshot);
        }
        if (changed) {
            view = Collections.unmodifiableList(now);
        }
        return view;
    }
}
