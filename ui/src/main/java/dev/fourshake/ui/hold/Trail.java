package dev.fourshake.ui.hold;

import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.workbench.selection.SelectionService;

/**
 * Carries the selection along an exchange that is stepped, as a debugger does: each new step of it becomes the selected
 * one, until the user selects something else.
 */
final class Trail {

    private static final int NONE = -1;

    private final SelectionService<Selection> selection;
    private int exchange = NONE;
    private Selection carried;

    Trail(SelectionService<Selection> selection) {
        this.selection = selection;
    }

    /** The packet of this row is about to be let go: selects it. */
    void begin(HeldLine line) {
        if (line.row() != HeldLine.UNKNOWN) {
            exchange = line.exchange();
            carry(new Selection.Row(line.row()));
        }
    }

    void end() {
        exchange = NONE;
    }

    /** Goes on to the newest step. */
    void follow(TraceSnapshot trace) {
        if (exchange == NONE || exchange >= trace.exchangeCount()) {
            return;
        }
        if (!carried.equals(selection.get())) {
            end();
            return;
        }
        Selection newest = new Selection.Row(trace.exchange(exchange).lastRow());
        if (!newest.equals(carried)) {
            carry(newest);
        }
    }

    private void carry(Selection step) {
        carried = step;
        selection.follow(step, this);
    }
}
