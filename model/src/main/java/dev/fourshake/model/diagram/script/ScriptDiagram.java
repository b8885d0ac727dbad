package dev.fourshake.model.diagram.script;

import dev.fourshake.model.diagram.DiagramIndex;
import dev.fourshake.model.diagram.Head;
import dev.fourshake.model.diagram.LaneSet;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.PageLayout;
import dev.fourshake.model.diagram.Part;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes a sequence diagram as a script, row by row. */
public final class ScriptDiagram {

    private static final int PAGE = 512;

    private final Dialect dialect;
    private final Wording wording;

    public ScriptDiagram(Dialect dialect, Wording wording) {
        this.dialect = dialect;
        this.wording = wording;
    }

    /** @param lines takes each line, without a line feed */
    public void write(TraceSnapshot trace, ShownRows rows, Consumer<String> lines) {
        DiagramIndex index = new DiagramIndex();
        index.extend(trace);
        LaneSet lanes = LaneSet.of(trace, index, rows, 0, rows.size());
        lines.accept(dialect.begin());
        for (int first = 0; first < rows.size(); first += PAGE) {
            Page page = PageLayout.page(trace, index, rows, lanes, first, Math.min(PAGE, rows.size() - first));
            if (first == 0) {
                heads(page, lines);
            }
            page.marks().forEach(mark -> lines.accept(line(mark)));
        }
        if (!dialect.end().isEmpty()) {
            lines.accept(dialect.end());
        }
    }

    private void heads(Page page, Consumer<String> lines) {
        for (int lane = 0; lane < page.heads().size(); lane++) {
            Head head = page.heads().get(lane);
            lines.accept(dialect.participant(lane, wording.title(head)));
        }
    }

    private String line(Mark mark) {
        return switch (mark) {
            case Mark.Arrow arrow when arrow.client() >= 0 -> {
                String text = wording.parts(arrow).stream().map(Part::text).collect(Collectors.joining(" "));
                yield dialect.arrow(arrow.from(), arrow.to(), arrow.course().toReceiver(), text);
            }
            case Mark.Arrow _, Mark.Opened _, Mark.Ended _, Mark.Missed _ ->
                    dialect.note(mark.client() >= 0 ? mark.client() : mark.broker(), wording.note(mark));
        };
    }
}
