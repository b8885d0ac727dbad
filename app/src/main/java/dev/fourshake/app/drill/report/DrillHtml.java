package dev.fourshake.app.drill.report;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.svg.SvgDiagram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a drill as one HTML file that needs nothing else: no script, no font, no picture beside it. It prints on A4
 * and is read as well without colours.
 */
public final class DrillHtml {

    /** Room for a diagram; it scales down to the page. */
    private static final double ROOM = 700;

    private final DrillReport report;
    private final ReportWords words;
    private final Locale locale;
    private final StringBuilder html = new StringBuilder();

    private DrillHtml(DrillReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
        words = new ReportWords(report, locale);
    }

    /** Writes it in the user's language, to be stored as UTF-8. */
    public static void write(DrillReport report, Writer to) throws IOException {
        to.write(text(report, Locale.getDefault(Locale.Category.DISPLAY)));
    }

    static String text(DrillReport report, Locale locale) {
        DrillHtml writer = new DrillHtml(report, locale);
        writer.document();
        return writer.html.toString();
    }

    private void document() {
        html.append("<!DOCTYPE html>\n<html lang=\"").append(escape(locale.toLanguageTag()))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        element("title", "", words.title() + " – " + report.device());
        html.append("<style>\n").append(resource("report.css")).append(SvgDiagram.style(Palette.LIGHT))
                .append("\n</style>\n</head>\n<body>\n");
        head();
        table();
        for (int i = 0; i < report.cases().size(); i++) {
            section(i + 1, report.cases().get(i));
        }
        html.append("</body>\n</html>\n");
    }

    private void head() {
        html.append("<header>\n");
        element("h1", "", words.title());
        element("p", "verdict " + style(words.tone()), words.verdict());
        html.append("<dl>\n");
        words.facts().forEach((name, value) -> {
            html.append("<div>");
            element("dt", "", name);
            element("dd", "", value);
            html.append("</div>\n");
        });
        html.append("</dl>\n<ul class=\"results\">\n");
        for (Map.Entry<String, Long> result : words.results().entrySet()) {
            html.append("<li><b>").append(result.getValue()).append("</b> ").append(escape(result.getKey()))
                    .append("</li>\n");
        }
        html.append("</ul>\n</header>\n");
    }

    private void table() {
        html.append("<table>\n<thead><tr>");
        ReportWords.COLUMNS.forEach(column -> element("th", "", words.text("column." + column)));
        html.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < report.cases().size(); i++) {
            CaseWords line = CaseWords.of(report.cases().get(i), locale);
            html.append("<tr class=\"").append(style(line.tone())).append("\">");
            List<String> cells = words.cells(i + 1, line);
            html.append("<td><a href=\"#case-").append(i + 1).append("\">").append(i + 1).append("</a></td>");
            for (int column = 1; column < cells.size(); column++) {
                element("td", ReportWords.COLUMNS.get(column), cells.get(column));
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void section(int number, CaseResult result) {
        CaseWords line = CaseWords.of(result, locale);
        html.append("<section id=\"case-").append(number).append("\" class=\"").append(style(line.tone()))
                .append("\">\n");
        element("h2", "", words.caseTitle(number, result));
        element("p", "result", line.result());
        CaseWords.sentences(result, locale).forEach(sentence -> element("p", "", sentence));
        if (result.rows().length > 0) {
            int[] rows = Arrays.copyOf(result.rows(), Math.min(result.rows().length, SvgDiagram.MOST_ROWS));
            html.append(SvgDiagram.inline(result.trace(), ShownRows.of(rows), Integer.toString(number), ROOM,
                    Palette.LIGHT, new Wording(locale, ZoneId.systemDefault())));
        }
        html.append("</section>\n");
    }

    private static String style(CaseWords.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private void element(String name, String style, String text) {
        html.append('<').append(name);
        if (!style.isEmpty()) {
            html.append(" class=\"").append(style).append('"');
        }
        html.append('>').append(escape(text)).append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = DrillHtml.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
