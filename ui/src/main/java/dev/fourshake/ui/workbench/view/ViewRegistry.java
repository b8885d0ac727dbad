package dev.fourshake.ui.workbench.view;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All views that can be opened, in the order of Window → Show View. To be filled before the window opens. */
public final class ViewRegistry {

    private final Map<String, ViewDescriptor> views = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the identifier is taken */
    public void add(ViewDescriptor view) {
        if (views.putIfAbsent(view.id(), view) != null) {
            throw new IllegalArgumentException("two views named " + view.id());
        }
    }

    public Optional<ViewDescriptor> find(String id) {
        return Optional.ofNullable(views.get(id));
    }

    public Collection<ViewDescriptor> all() {
        return Collections.unmodifiableCollection(views.values());
    }
}
