package dev.fourshake.ui.workbench.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Items in named groups with a separator between any two; the groups stand in the order of their first item. */
final class Groups<T> {

    private final Map<String, List<T>> groups = new LinkedHashMap<>();

    void add(String group, T item) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(item);
    }

    /** Names a group now, so that it keeps its place until it has items. */
    void reserve(String... names) {
        for (String name : names) {
            groups.putIfAbsent(name, new ArrayList<>());
        }
    }

    List<T> withSeparators(Supplier<? extends T> separator) {
        List<T> all = new ArrayList<>();
        for (List<T> group : groups.values()) {
            if (!group.isEmpty() && !all.isEmpty()) {
                all.add(separator.get());
            }
            all.addAll(group);
        }
        return all;
    }
}
