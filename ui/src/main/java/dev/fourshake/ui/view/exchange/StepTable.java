package dev.fourshake.ui.view.exchange;

import static dev.fourshake.ui.view.exchange.SheetText.TEXTS;

import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.ui.view.RecordTable;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/** The list of an exchange's steps; those after the chosen moment are faint. As high as it has lines. */
final class StepTable {

    private static final PseudoClass HELD = PseudoClass.getPseudoClass("fs-held");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("fs-error");
    private static final PseudoClass LATER = PseudoClass.getPseudoClass("fs-later");
    private static final double ROW = 22;
    private static final double FRAME = 36;
    private static final int MOST = 14;

    private final RecordTable<StepLine> table = new RecordTable<>(TEXTS, StepLine::row);

    /** @param choose told the row of the step that the user chose */
    StepTable(IntConsumer choose) {
        table.getStyleClass().add("exchange-steps");
        table.number("number", 52, line -> Integer.toString(line.row() + 1), StepLine::row)
                .text("packet", 116, SheetText::packet)
                .number("since", 72, SheetText::since, StepLine::sinceNanos)
                .text("note", 110, SheetText::note);
        table.setAccessibleText(TEXTS.get("steps"));
        table.setRowFactory(_ -> new Row());
        table.onChoose(line -> choose.accept(line.row()));
    }

    RecordTable<StepLine> node() {
        return table;
    }

    /** @param row to mark; -1 for none */
    void show(ExchangeSheet sheet, int row) {
        table.fill(sheet.steps());
        table.reveal(row);
        double height = FRAME + ROW * Math.min(MOST, sheet.steps().size());
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private static final class Row extends TableRow<StepLine> {

        @Override
        protected void updateItem(StepLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean known = !empty && line != null;
            pseudoClassStateChanged(HELD, known && line.held());
            pseudoClassStateChanged(ERROR, known && (line.judgement() == Judgement.ILLEGAL
                    || line.judgement() == Judgement.MALFORMED));
            pseudoClassStateChanged(LATER, known && line.later());
        }
    }
}
