package dev.fourshake.ui.filter;

import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.FilteredRows;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.trace.LatestQuery;
import java.util.function.Consumer;

/**
 * The rows of a trace that pass a filter, found off the JavaFX thread; what was shown stays until the answer is there.
 * For the JavaFX thread.
 */
public final class RowQuery implements AutoCloseable {

    /**
     * Rows of one trace.
     *
     * @param rows ascending; the first {@code size} count, and are not written any more
     */
    public record Answer(TraceSnapshot trace, int[] rows, int size) {

        public ShownRows shown() {
            return ShownRows.of(rows, size);
        }
    }

    private record Found(FilteredRows by, Answer answer) {
    }

    private final LatestQuery<Found> query;
    private final Consumer<Answer> listener;
    private FilteredRows.Also also = (_, _) -> true;
    private FilteredRows filtered = new FilteredRows(Filter.all());
    private TraceSnapshot asked = TraceSnapshot.EMPTY;

    /** @param listener is called on the JavaFX thread with each answer */
    public RowQuery(String name, Consumer<Answer> listener) {
        query = new LatestQuery<>(name);
        this.listener = listener;
    }

    /** Asks for this filter from now on. */
    public void filter(Filter<Subject> filter) {
        filter(filter, (_, _) -> true);
    }

    /** Asks for this filter from now on, and for something else besides. */
    public void filter(Filter<Subject> filter, FilteredRows.Also besides) {
        also = besides;
        filtered = new FilteredRows(filter, besides);
        asked = TraceSnapshot.EMPTY;
    }

    /** Another trace: what is known of the one before does not hold. */
    public void restart() {
        filter(filter(), also);
    }

    public Filter<Subject> filter() {
        return filtered.filter();
    }

    /** The trace as it is now; asks if it has changed. */
    public void update(TraceSnapshot trace) {
        if (trace == asked) {
            return;
        }
        if (trace.revision() < asked.revision() || trace.rowCount() < asked.rowCount()) {
            // A step back in a replay.
            filtered = new FilteredRows(filtered.filter(), also);
        }
        asked = trace;
        FilteredRows rows = filtered;
        query.ask(() -> {
            rows.extend(trace);
            return new Found(rows, new Answer(trace, rows.rows(), rows.size()));
        }, found -> {
            // The answer to a question that nobody asks any more is not shown.
            if (found.by() == filtered) {
                listener.accept(found.answer());
            }
        });
    }

    @Override
    public void close() {
        query.close();
    }
}
