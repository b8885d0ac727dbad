package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.Elapsed;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.Part;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says all that a row of the diagram means, in a few lines. */
final class RowDetails {

    private static final Texts TEXT = Texts.of(RowDetails.class);
    private static final int MOST_FINDINGS = 3;

    private final DiagramModel model;
    private final Wording wording;

    RowDetails(DiagramModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
    }

    /** The lines of the row at an index of a picture; empty where there is none. */
    String text(Picture picture, int index) {
        if (index < 0 || index >= model.rows().size()) {
            return "";
        }
        if (picture.overview()) {
            return bucket(picture, index);
        }
        return picture.mark(index).map(mark -> String.join("\n", lines(picture.page(), mark))).orElse("");
    }

    private String bucket(Picture picture, int index) {
        int end = Math.min(model.rows().size(), index + (int) Math.ceil(1 / picture.sheet().metrics().rowHeight()));
        int last = Math.max(index, end - 1);
        String counts = wording.alarms(model.alarms(), index, last + 1);
        String rows = TEXT.get("bucket", model.rows().row(index) + 1, model.rows().row(last) + 1,
                wording.clock(model.trace().timeNanos(model.rows().row(index))));
        return counts.isEmpty() ? rows : rows + "\n" + counts;
    }

    private List<String> lines(Page page, Mark mark) {
        List<String> lines = new ArrayList<>();
        TraceSnapshot trace = model.trace();
        switch (mark) {
            case Mark.Arrow arrow -> {
                lines.add(wording.parts(arrow).stream()
                        .filter(part -> part.role() != Part.Role.TOPIC && part.role() != Part.Role.TIME)
                        .map(Part::text).collect(Collectors.joining("  ")));
                if (!arrow.label().topic().isEmpty()) {
                    lines.add(TEXT.get("topic", arrow.label().topic()));
                }
                lines.add(TEXT.get("way", wording.title(page.heads().get(arrow.from())),
                        wording.title(page.heads().get(arrow.to()))));
                lines.add(TEXT.get("frame", mark.row() + 1, wording.clock(mark.timeNanos()), arrow.label().length()));
                if (arrow.label().stepNanos() >= 0) {
                    lines.add(TEXT.get("step", Elapsed.text(arrow.label().stepNanos())));
                }
                if (arrow.exchange() >= 0) {
                    lines.add(exchange(trace, arrow.exchange()));
                }
            }
            case Mark.Opened _, Mark.Ended _, Mark.Missed _ -> {
                lines.add(wording.note(mark));
                lines.add(TEXT.get("row", mark.row() + 1, wording.clock(mark.timeNanos())));
            }
        }
        if (trace.severity(mark.row()) != Severity.NONE) {
            findings(trace, mark.row()).forEach(finding -> lines.add(finding.message().text()));
        }
        return lines;
    }

    private String exchange(TraceSnapshot trace, int id) {
        Exchange exchange = trace.exchange(id);
        long nanos = trace.timeNanos(exchange.lastRow()) - trace.timeNanos(exchange.firstRow());
        String key = switch (exchange.outcome()) {
            case OPEN -> "exchange.open";
            case COMPLETE -> "exchange.complete";
            case REJECTED -> "exchange.rejected";
            case ABANDONED -> "exchange.abandoned";
        };
        return TEXT.get(key, exchange.steps().size(), Elapsed.text(nanos));
    }

    private static List<Finding> findings(TraceSnapshot trace, int row) {
        return trace.findings().stream().filter(finding -> finding.rows().contains(row)).limit(MOST_FINDINGS).toList();
    }
}
