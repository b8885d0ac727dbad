package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.paint.Sheet;
import java.util.Optional;

/**
 * What was painted last: what the pointer finds and what is painted over it.
 *
 * @param overview whether rows are not told apart; the page has no rows then
 */
record Picture(Sheet sheet, Page page, boolean overview) {

    /** Index of the row at a height; may be beyond the rows. */
    int index(double y) {
        return (int) Math.floor(sheet.index(y));
    }

    Optional<Mark> mark(int index) {
        return page.marks().stream().filter(mark -> mark.index() == index).findFirst();
    }

    /** Whether an arrow of the page belongs to the exchange. */
    boolean has(int exchange) {
        return exchange >= 0 && page.marks().stream().anyMatch(mark -> mark.exchange() == exchange);
    }
}
