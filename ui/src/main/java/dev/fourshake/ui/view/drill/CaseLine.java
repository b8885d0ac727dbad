package dev.fourshake.ui.view.drill;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.report.CaseWords;
import java.util.Locale;

/** A line of the table. @param number of the case, from 1 */
record CaseLine(int number, CaseResult result, CaseWords words) {

    static CaseLine of(int number, CaseResult result) {
        return new CaseLine(number, result, CaseWords.of(result, Locale.getDefault(Locale.Category.DISPLAY)));
    }
}
