package dev.fourshake.ui.view;

import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewPart;
import java.util.List;
import javafx.scene.Node;

/** A view that is one table of records with a filter above it. */
public interface RecordView extends ViewPart {

    /** The table and its filter: always the same. */
    TableFilter<?> records();

    @Override
    default Node content() {
        return records().content();
    }

    @Override
    default void focus() {
        records().focus();
    }

    @Override
    default List<Node> toolbar() {
        return List.of(records().button());
    }

    @Override
    default void saveState(Memento memento) {
        records().saveState(memento);
    }

    @Override
    default void restoreState(Memento memento) {
        records().restoreState(memento);
    }
}
