package dev.fourshake.model.trace;

import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.FindingSink;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find in the row that is being made. Writer's thread only. */
final class Findings implements FindingSink {

    private final AppendList<Finding> found = new AppendList<>();
    private int row;
    private int link;
    private Severity worst;

    /** All that follows was found in this row. */
    void at(int row, int link) {
        this.row = row;
        this.link = link;
        this.worst = Severity.NONE;
    }

    @Override
    public void report(String rule, Severity severity, Message message, Message advice, int... earlier) {
        reportOn(link, rule, severity, message, advice, earlier);
    }

    @Override
    public void reportOn(int link, String rule, Severity severity, Message message, Message advice, int... earlier) {
        List<Integer> rows = new ArrayList<>(earlier.length + 1);
        for (int proof : earlier) {
            if (proof >= 0 && proof != row && !rows.contains(proof)) {
                rows.add(proof);
            }
        }
        rows.add(row);
        found.add(new Finding(rule, severity, link, rows, message, advice));
        if (severity.compareTo(worst) > 0) {
            worst = severity;
        }
    }

    /** The worst that was found in this row. */
    Severity worst() {
        return worst;
    }

    int count() {
        return found.size();
    }

    List<Finding> view() {
        return found.view();
    }
}
