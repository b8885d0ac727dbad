package dev.fourshake.app.drill.report;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.drill.result.Result;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a report says of the whole drill, in the language of its reader. */
final class ReportWords {

    /** The columns of the table, each with a key {@code column.KEY}. */
    static final List<String> COLUMNS = List.of("number", "protocol", "qos", "message", "step", "fault", "result",
            "brokenBy", "repeated", "session", "delivered", "recovered");

    private final DrillReport report;
    private final Locale locale;

    ReportWords(DrillReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
    }

    String text(String key, Object... values) {
        return CaseWords.text(locale, key, values);
    }

    String title() {
        return text("title");
    }

    /** Passed, failed, or how far it has come, in a sentence. */
    String verdict() {
        int all = report.cases().size();
        long bad = report.cases().stream().filter(each -> !each.isGood()).count();
        long open = report.results().get(Result.INCONCLUSIVE);
        String judged = switch (report.outcome()) {
            case BROKEN -> text("verdict.bad", bad, all);
            case NOTHING_PROVED -> text("verdict.nothing", all);
            case KEPT -> open > 0 ? text("verdict.open", all, open) : text("verdict.good", all);
        };
        return report.isStopped() ? text("verdict.stopped", all, report.planned()) + " " + judged : judged;
    }

    /** How that is coloured. */
    CaseWords.Tone tone() {
        return switch (report.outcome()) {
            case KEPT -> CaseWords.Tone.GOOD;
            case BROKEN -> CaseWords.Tone.BAD;
            case NOTHING_PROVED -> CaseWords.Tone.OPEN;
        };
    }

    /** What was drilled, where and when: names with their values. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(text("fact.device"), report.device());
        facts.put(text("fact.broker"), report.broker());
        facts.put(text("fact.begun"), DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                .withLocale(locale).format(report.begun().atZone(ZoneId.systemDefault())));
        facts.put(text("fact.took"), CaseWords.time(report.took().toNanos(), locale));
        facts.put(text("fact.points"), text("fact.points.value", report.cases().size(), report.planned()));
        facts.put(text("fact.program"), text("fact.program.value", report.program()));
        return facts;
    }

    /** How many cases came to what, those that did not occur left out. */
    Map<String, Long> results() {
        Map<String, Long> counts = new LinkedHashMap<>();
        report.results().forEach((result, count) -> {
            if (count > 0) {
                counts.put(result.title().text(locale), count);
            }
        });
        return counts;
    }

    /** A line of the table. */
    List<String> cells(int number, CaseWords words) {
        return List.of(Integer.toString(number), words.protocol(), words.qos(), words.message(), words.step(),
                words.fault(), words.result(), words.brokenBy(), words.repeated(), words.session(), words.delivered(),
                words.recovered());
    }

    String caseTitle(int number, CaseResult result) {
        return text("case.title", number, result.point().title().text(locale));
    }
}
