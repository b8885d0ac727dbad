package dev.fourshake.ui.view.problems;

import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.filter.PlainSubject;
import dev.fourshake.ui.selection.Selection;
import dev.fourshake.ui.view.RecordTable;
import dev.fourshake.ui.view.RecordView;
import dev.fourshake.ui.view.TableFilter;
import dev.fourshake.ui.view.ViewContext;
import dev.fourshake.ui.workbench.Texts;
import dev.fourshake.ui.workbench.frame.Phase;
import dev.fourshake.ui.workbench.view.ViewSite;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;

/**
 * The Problems view: the findings of the trace. Choosing one goes to the row that gave it away, and shows below what
 * to do about it.
 */
public final class ProblemsView implements RecordView {

    public static final String ID = "problems";

    private static final Texts TEXTS = Texts.of(ProblemsView.class);

    /** A finding with its place in the list, which is its identity. */
    private record Numbered(int number, Finding finding) {
    }

    private final ViewContext context;
    private final ViewSite site;
    private final RecordTable<Numbered> table = new RecordTable<>(TEXTS, Numbered::number);
    private final TableFilter<Numbered> filter;
    private final Label advice = new Label();
    private TraceSnapshot trace = TraceSnapshot.EMPTY;
    private List<Numbered> shown = List.of();

    public ProblemsView(ViewSite site, ViewContext context) {
        this.context = context;
        this.site = site;
        table.text("severity", 84, n -> TEXTS.get("severity." + n.finding().severity().name()))
                .number("row", 70, n -> Integer.toString(row(n.finding()) + 1), n -> row(n.finding()))
                .text("rule", 168, n -> n.finding().rule())
                .text("message", 620, n -> n.finding().message().text());
        table.setRowFactory(_ -> new Row());
        table.onChoose(this::choose);
        advice.getStyleClass().add("fs-advice");
        advice.setWrapText(true);
        advice.setMaxWidth(Double.MAX_VALUE);
        filter = new TableFilter<>(site, table, this::subject, () -> trace);
        context.selection().listen(this, this::reveal);
        site.onPulse(Phase.UPDATE, this::update);
    }

    private Subject subject(Numbered line) {
        return row(line.finding()) < trace.rowCount() ? new FindingSubject(line.finding(), trace) : new PlainSubject();
    }

    private static int row(Finding finding) {
        return finding.rows().isEmpty() ? 0 : finding.rows().getLast();
    }

    private void update() {
        TraceSnapshot next = context.shown().snapshot();
        if (next == trace) {
            return;
        }
        List<Finding> findings = next.findings();
        boolean another = findings.size() < shown.size()
                || !shown.isEmpty() && findings.getFirst() != shown.getFirst().finding();
        trace = next;
        if (!another && findings.size() == shown.size()) {
            return;
        }
        List<Numbered> all = new ArrayList<>(another ? List.of() : shown);
        for (int i = all.size(); i < findings.size(); i++) {
            all.add(new Numbered(i, findings.get(i)));
        }
        shown = all;
        table.fill(shown);
        site.title().set(shown.isEmpty() ? TEXTS.get("view.title") : TEXTS.get("view.title.count", shown.size()));
    }

    private void choose(Numbered chosen) {
        show(chosen.finding());
        context.selection().select(new Selection.Row(row(chosen.finding())), this);
    }

    private void show(Finding finding) {
        advice.setText(finding.message().text() + "\n" + finding.advice().text());
        filter.below(advice);
    }

    private void reveal(Selection selection) {
        OptionalInt row = selection == null ? OptionalInt.empty() : selection.rowChosen();
        row.ifPresent(wanted -> shown.stream().filter(n -> n.finding().rows().contains(wanted)).findFirst()
                .ifPresent(n -> {
                    table.reveal(n.number());
                    show(n.finding());
                }));
    }

    @Override
    public TableFilter<?> records() {
        return filter;
    }

    private static final class Row extends TableRow<Numbered> {

        private static final PseudoClass ERROR = PseudoClass.getPseudoClass("fs-error");
        private static final PseudoClass WARNING = PseudoClass.getPseudoClass("fs-warning");

        @Override
        protected void updateItem(Numbered item, boolean empty) {
            super.updateItem(item, empty);
            Severity severity = empty || item == null ? Severity.NONE : item.finding().severity();
            pseudoClassStateChanged(ERROR, severity == Severity.ERROR);
            pseudoClassStateChanged(WARNING, severity == Severity.WARNING);
        }
    }
}
