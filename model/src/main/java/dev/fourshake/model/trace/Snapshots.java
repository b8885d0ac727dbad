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
    private long revision;

    Snapshots(List<S> states, Function<S, T> toSnapshot) {
        this.states = states;
        this.toSnapshot = toSnapshot;
    }

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
            revision++;
        }
        return view;
    }

    /** Grows with each {@link #view} that differs from the one before. */
    long revision() {
        return revision;
    }
}
