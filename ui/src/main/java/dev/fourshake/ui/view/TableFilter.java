package dev.fourshake.ui.view;

import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.filter.FilterBar;
import dev.fourshake.ui.workbench.StandardCommands;
import dev.fourshake.ui.workbench.command.Handler;
import dev.fourshake.ui.workbench.view.Memento;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/**
 * A table of records with a filter bar above it, in a view in which Find opens the bar and Copy takes the chosen
 * records. For the JavaFX thread.
 */
public final class TableFilter<T> {

    private final RecordTable<T> table;
    private final FilterBar<Subject> bar;
    private final BorderPane content;

    /**
     * @param subject what a record says of itself to a filter
     * @param trace   whose values are proposed
     */
    public TableFilter(ViewSite site, RecordTable<T> table, Function<T, Subject> subject,
                       Supplier<TraceSnapshot> trace) {
        this.table = table;
        bar = FilterBar.ofPackets(trace);
        content = new BorderPane(table);
        content.setTop(bar.node());
        site.handle(StandardCommands.FIND, Handler.of(bar::open));
        site.handle(StandardCommands.COPY, Handler.of(table::copy));
        bar.filterProperty().subscribe(filter -> {
            table.show(filter.isAll() ? null : record -> filter.matches(subject.apply(record)));
            count();
        });
        ObservableList<T> items = table.getItems();
        items.addListener((InvalidationListener) _ -> count());
    }

    private void count() {
        bar.count(table.getItems().size(), table.total());
    }

    /** The table with its bar. */
    public Node content() {
        return content;
    }

    /** Puts something below the table. */
    public void below(Node node) {
        content.setBottom(node);
    }

    /** Shows and hides the bar, for the view's toolbar. */
    public Node button() {
        return bar.button();
    }

    /** Gives the table the keyboard focus. */
    public void focus() {
        table.requestFocus();
    }

    public void saveState(Memento memento) {
        table.saveState(memento);
        bar.saveState(memento);
    }

    public void restoreState(Memento memento) {
        table.restoreState(memento);
        bar.restoreState(memento);
    }
}
