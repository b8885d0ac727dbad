package dev.fourshake.app.drill.report;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.Picture;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * Writes a drill as a PDF document to hand over: the verdicts as a table, then each fault point with its diagram. Text
 * is text, diagrams are lines, and nothing is left out: what does not fit on a page goes on on the next.
 */
public final class DrillPdf {

    private static final double ROOM = 640;
    private static final double MOST_SCALE = 0.72;
    private static final double LINE = 9.5;
    private static final double SMALL = 7;
    private static final int MOST_MISSING = 100;

    private final DrillReport report;
    private final ReportWords words;
    private final Locale locale;
    private final PDDocument document;
    private final PdfFont font;
    private final PdfPages pages;
    private final PDDocumentOutline outline = new PDDocumentOutline();

    private DrillPdf(DrillReport report, Locale locale, PDDocument document, Letters ofMachine)
            throws IOException {
        this.report = report;
        this.locale = locale;
        this.document = document;
        words = new ReportWords(report, locale);
        font = PdfFont.in(document, ofMachine);
        pages = new PdfPages(document, font);
    }

    /** Writes it in the user's language. */
    public static void write(DrillReport report, OutputStream to) throws IOException {
        write(report, Locale.getDefault(Locale.Category.DISPLAY), to);
    }

    static void write(DrillReport report, Locale locale, OutputStream to) throws IOException {
        write(report, locale, ServiceLoader.load(Letters.class).findFirst().orElse(Letters.NONE), to);
    }

    /** @param ofMachine for letters that the document's own font lacks */
    static void write(DrillReport report, Locale locale, Letters ofMachine, OutputStream to)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            new DrillPdf(report, locale, document, ofMachine).write();
            document.save(to);
        }
    }

    private void write() throws IOException {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(words.title() + " – " + report.device());
        about.setCreator(words.text("fact.program.value", report.program()));
        about.setCreationDate(GregorianCalendar.from(report.begun().atZone(ZoneId.systemDefault())));
        document.getDocumentCatalog().setLanguage(locale.toLanguageTag());
        document.getDocumentCatalog().setDocumentOutline(outline);
        head();
        new PdfTable(pages, words, locale).write(report.cases());
        for (int i = 0; i < report.cases().size(); i++) {
            section(i + 1, report.cases().get(i));
        }
        if (!font.missing().isEmpty()) {
            pages.skip(10);
            pages.paragraph(words.text("pdf.missing", font.missing().stream().limit(MOST_MISSING)
                    .map(point -> String.format("U+%04X", point)).collect(Collectors.joining(", "))), LINE, false,
                    Ink.TEXT_MUTED);
        }
        pages.finish(words.title() + " – " + report.device(),
                number -> words.text("pdf.page", number, document.getNumberOfPages()));
    }

    private void head() throws IOException {
        bookmark(words.text("pdf.table"));
        pages.paragraph(words.title(), 20, true, Ink.TEXT);
        pages.skip(4);
        Ink ink = PdfTable.ink(words.tone());
        double top = pages.y();
        pages.skip(5);
        for (String line : pages.lines(words.verdict(), PdfPages.WIDTH - 16, 12, true)) {
            pages.text(PdfPages.LEFT + 12, pages.y() + 12, line, 12, true, ink);
            pages.skip(16);
        }
        pages.skip(3);
        pages.box(PdfPages.LEFT, top, 4, pages.y() - top, ink);
        pages.skip(10);
        facts();
        StringBuilder results = new StringBuilder();
        words.results().forEach((result, count) -> results.append(results.isEmpty() ? "" : " · ").append(count)
                .append(' ').append(result));
        pages.paragraph(results.toString(), 10, true, Ink.TEXT);
        pages.skip(8);
    }

    private void facts() throws IOException {
        for (Map.Entry<String, String> fact : words.facts().entrySet()) {
            pages.text(PdfPages.LEFT, pages.y() + LINE, fact.getKey(), LINE, false, Ink.TEXT_MUTED);
            for (String line : pages.lines(fact.getValue(), PdfPages.WIDTH - 90, LINE, false)) {
                pages.text(PdfPages.LEFT + 90, pages.y() + LINE, line, LINE, false, Ink.TEXT);
                pages.skip(LINE * 1.4);
            }
        }
        pages.skip(6);
    }

    private void section(int number, CaseResult result) throws IOException {
        CaseWords line = CaseWords.of(result, locale);
        int[] rows = result.rows();
        Picture whole = picture(result, rows);
        double scale = Math.min(MOST_SCALE, PdfPages.WIDTH / whole.width());
        List<String> sentences = CaseWords.sentences(result, locale);
        double most = PdfPages.BOTTOM - PdfPages.TOP;
        double heading = 44 + sentences.size() * LINE * 1.35;
        double height = rows.length == 0 ? 0 : whole.height() * scale;
        pages.need(heading + Math.min(height, most - heading));
        pages.skip(8);
        pages.rule(pages.y(), Ink.LANE, 0.5);
        pages.skip(6);
        bookmark(words.caseTitle(number, result));
        pages.paragraph(words.caseTitle(number, result), 11.5, true, Ink.TEXT);
        pages.paragraph(line.result(), LINE, true, PdfTable.ink(line.tone()));
        for (String sentence : sentences) {
            pages.paragraph(sentence, LINE, false, Ink.TEXT);
        }
        pages.skip(4);
        if (rows.length > 0 && height <= pages.room()) {
            pages.picture(whole, scale);
        } else if (rows.length > 0) {
            pieces(result, rows, scale);
        }
    }

    /** A story that is longer than a page, in pieces. */
    private void pieces(CaseResult result, int[] rows, double scale) throws IOException {
        int from = 0;
        while (from < rows.length) {
            int fit = (int) ((pages.room() / scale - Metrics.HEAD - 12) / Metrics.COMFORTABLE);
            if (fit < 3) {
                pages.next();
                continue;
            }
            int to = Math.min(rows.length, from + fit);
            pages.picture(picture(result, Arrays.copyOfRange(rows, from, to)), scale);
            from = to;
        }
    }

    private Picture picture(CaseResult result, int[] rows) {
        return Picture.of(result.trace(), ShownRows.of(rows), 0, rows.length, ROOM,
                new Wording(locale, ZoneId.systemDefault()));
    }

    private void bookmark(String title) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(pages.page());
        place.setTop((int) (pages.page().getMediaBox().getHeight() - pages.y() + SMALL));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(place);
        outline.addLast(item);
    }
}
