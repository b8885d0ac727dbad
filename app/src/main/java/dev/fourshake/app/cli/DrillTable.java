package dev.fourshake.app.cli;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Repeat;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.drill.result.Verdict;
import dev.fourshake.model.wire.PacketType;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A drill's verdicts as a table for people, with what was done wrong below. */
record DrillTable(Texts texts) {

    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final List<String> COLUMNS = List.of("protocol", "qos", "direction", "step", "fault", "result",
            "delivered", "again", "session", "recovery", "who");

    void print(DrillReport report, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream().map(column -> texts.of("drill.column." + column)).toList());
        report.cases().forEach(result -> rows.add(row(result)));
        int[] widths = IntStream.range(0, COLUMNS.size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        for (List<String> row : rows) {
            out.println(IntStream.range(0, row.size())
                    .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                    .collect(Collectors.joining("  ")).stripTrailing());
        }
        explain(report, out);
        out.println();
        out.println(report.results().entrySet().stream().filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().title().text())
                .collect(Collectors.joining(", ")));
        if (report.isStopped()) {
            out.println(texts.of("drill.stopped", report.cases().size(), report.planned()));
        }
        out.println(texts.of(switch (report.outcome()) {
            case KEPT -> "drill.good";
            case BROKEN -> "drill.bad";
            case NOTHING_PROVED -> "drill.nothing";
        }, Durations.text(report.took())));
    }

    private List<String> row(CaseResult result) {
        FaultPoint point = result.point();
        Verdict verdict = result.verdict();
        return List.of(point.version().code(), String.valueOf(point.qos().level()),
                FaultPoint.code(point.direction()), point.step().name(), point.fault().code(),
                verdict.result().title().text(), String.valueOf(verdict.deliveries().count()), again(verdict),
                verdict.resumption().map(each -> (each.sessionPresent() ? "1" : "0") + (each.right() ? "" : " !"))
                        .orElse(""),
                verdict.recoveryNanos().isPresent()
                        ? recovery(Duration.ofNanos(verdict.recoveryNanos().getAsLong())) : "",
                verdict.breaches().stream().map(Breach::by).distinct().map(Culprit::title)
                        .map(title -> title.text()).collect(Collectors.joining(", ")));
    }

    private static String again(Verdict verdict) {
        Set<String> again = new LinkedHashSet<>();
        for (Repeat repeat : verdict.repeats()) {
            again.add(repeat.type().name() + (repeat.type() != PacketType.PUBLISH ? "" : repeat.dup() ? " dup" : " !"));
        }
        return String.join(", ", again);
    }

    private static String recovery(Duration time) {
        return time.toSeconds() > 0 ? Durations.text(time)
                : String.format(Locale.ROOT, "%.1f ms", time.toNanos() / NANOS_PER_MILLISECOND);
    }

    /** Each thing that was done wrong, and each reason why a case proves nothing, once, with all its cases. */
    private void explain(DrillReport report, PrintWriter out) {
        Set<String> told = new LinkedHashSet<>();
        for (CaseResult result : report.cases()) {
            for (Breach breach : result.verdict().breaches()) {
                told.add(texts.of("drill.breach", breach.by().title().text(), breach.rule(),
                        breach.message().text()).replace("  ", " "));
            }
        }
        for (CaseResult result : report.cases()) {
            if (result.verdict().result() == Result.INCONCLUSIVE) {
                told.add(texts.of("drill.inconclusive", result.verdict().reason().text()));
            }
        }
        if (!told.isEmpty()) {
            out.println();
            told.forEach(out::println);
        }
    }
}
