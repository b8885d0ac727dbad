package dev.fourshake.ui.view.exchange;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import java.util.Optional;

/**
 * An exchange and when to look at it.
 *
 * @param row just after which; {@link #NOW} for as it stands at the end of the trace
 */
record Moment(int exchange, int row) {

    static final int NOW = Integer.MAX_VALUE;

    /** What was chosen, if that is an exchange or a row of one. */
    static Optional<Moment> of(Selection selection, TraceSnapshot trace) {
        Moment moment = switch (selection) {
            case Selection.Row(int row) -> ofRow(row, trace);
            case Selection.ByteRange(int row, _, _) -> ofRow(row, trace);
            case Selection.Exchange(int id) -> new Moment(id, NOW);
            case Selection.Session _, Selection.Link _, Selection.Topic _ -> null;
        };
        return Optional.ofNullable(moment).filter(chosen -> chosen.isIn(trace));
    }

    private static Moment ofRow(int row, TraceSnapshot trace) {
        return row < trace.rowCount() ? new Moment(trace.exchangeId(row), row) : null;
    }

    /** A replay may have gone back behind it. */
    boolean isIn(TraceSnapshot trace) {
        return exchange >= 0 && exchange < trace.exchangeCount() && (row == NOW || row < trace.rowCount());
    }
}
