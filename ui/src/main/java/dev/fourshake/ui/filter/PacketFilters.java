package dev.fourshake.ui.filter;

import dev.fourshake.model.filter.Subject;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/**
 * The filters of the packets, in the diagram and in their list: who looks at a packet elsewhere can ask them for others
 * like it. For the JavaFX thread.
 */
public final class PacketFilters {

    private final List<FilterBar<Subject>> bars = new ArrayList<>();

    /** Has a bar take part, until it is unsubscribed. */
    public Subscription add(FilterBar<Subject> bar) {
        bars.add(bar);
        return () -> bars.remove(bar);
    }

    /** Adds a condition to what is typed in each. */
    public void and(String condition) {
        List.copyOf(bars).forEach(bar -> bar.and(condition));
    }
}
