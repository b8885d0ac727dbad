package dev.fourshake.ui.workbench.state;

import dev.fourshake.ui.workbench.layout.Layout;
import dev.fourshake.ui.workbench.layout.LayoutText;
import dev.fourshake.ui.workbench.theme.ThemeChoice;
import dev.fourshake.ui.workbench.view.Memento;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the window finds again at the next start.
 *
 * @param window      empty before the first start
 * @param perspective the one that was on, or null
 * @param active      the view that had the focus, or null
 * @param layouts     the user's arrangement of each perspective
 * @param places      the arrangement in which each closed view stood last
 * @param views       what each view wants to find again
 */
public record WorkbenchState(ThemeChoice theme, Optional<WindowBounds> window, String perspective, String active,
                             Map<String, Layout> layouts, Map<String, Layout> places, Map<String, Memento> views) {

    private static final String FORMAT = "1";

    public static final WorkbenchState INITIAL = new WorkbenchState(ThemeChoice.SYSTEM, Optional.empty(), null, null,
            Map.of(), Map.of(), Map.of());

    public WorkbenchState {
        layouts = Map.copyOf(layouts);
        places = Map.copyOf(places);
        views = Map.copyOf(views);
    }

    /** As flat text. Views without a memento leave no trace. */
    SortedMap<String, String> write() {
        SortedMap<String, String> out = new TreeMap<>();
        out.put("format", FORMAT);
        out.put("theme", theme.name());
        window.ifPresent(bounds -> out.put("window", bounds.write()));
        if (perspective != null) {
            out.put("perspective", perspective);
        }
        if (active != null) {
            out.put("active", active);
        }
        layouts.forEach((id, layout) -> out.put("layout." + id, LayoutText.write(layout)));
        places.forEach((id, layout) -> out.put("place." + id, LayoutText.write(layout)));
        views.forEach((id, memento) -> memento.values()
                .forEach((key, value) -> out.put("view." + id + "/" + key, value)));
        return out;
    }

    /** @throws IllegalArgumentException if {@code in} was not written by {@link #write()} */
    static WorkbenchState read(Map<String, String> in) {
        if (!FORMAT.equals(in.get("format"))) {
            throw new IllegalArgumentException("format " + in.get("format"));
        }
        Map<String, Layout> layouts = new HashMap<>();
        Map<String, Layout> places = new HashMap<>();
        Map<String, Memento> views = new HashMap<>();
        in.forEach((key, value) -> {
            String name = key.substring(key.indexOf('.') + 1);
            if (key.startsWith("layout.")) {
                layouts.put(name, LayoutText.read(value));
            } else if (key.startsWith("place.")) {
                places.put(name, LayoutText.read(value));
            } else if (key.startsWith("view.") && name.contains("/")) {
                int slash = name.indexOf('/');
                views.computeIfAbsent(name.substring(0, slash), _ -> new Memento())
                        .put(name.substring(slash + 1), value);
            }
        });
        return new WorkbenchState(ThemeChoice.valueOf(in.getOrDefault("theme", ThemeChoice.SYSTEM.name())),
                Optional.ofNullable(in.get("window")).map(WindowBounds::read), in.get("perspective"),
                in.get("active"), layouts, places, views);
    }
}
