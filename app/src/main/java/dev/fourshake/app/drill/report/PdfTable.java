package dev.fourshake.app.drill.report;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.report.CaseWords.Tone;
import dev.fourshake.model.diagram.paint.Ink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of the verdicts; its head is repeated on each page. */
final class PdfTable {

    private static final double SIZE = 7.5;
    private static final double LEADING = 9.5;
    private static final double GAP = 5;
    /** Shares of the page's width, in the order of {@link ReportWords#COLUMNS}. */
    private static final double[] SHARES = {0.04, 0.07, 0.04, 0.095, 0.09, 0.10, 0.10, 0.085, 0.135, 0.075, 0.08,
            0.09};
    private static final int RESULT = ReportWords.COLUMNS.indexOf("result");

    private final PdfPages pages;
    private final ReportWords words;
    private final Locale locale;

    PdfTable(PdfPages pages, ReportWords words, Locale locale) {
        this.pages = pages;
        this.words = words;
        this.locale = locale;
    }

    static Ink ink(Tone tone) {
        return switch (tone) {
            case GOOD -> Ink.OK;
            case OPEN -> Ink.WARNING;
            case BAD -> Ink.ERROR;
        };
    }

    void write(List<CaseResult> cases) throws IOException {
        head();
        for (int i = 0; i < cases.size(); i++) {
            CaseWords line = CaseWords.of(cases.get(i), locale);
            row(words.cells(i + 1, line), line.tone());
        }
        pages.skip(10);
    }

    private void head() throws IOException {
        List<List<String>> cells = wrapped(ReportWords.COLUMNS.stream().map(key -> words.text("column." + key))
                .toList(), true);
        paint(cells, (_, text, x, baseline) -> pages.text(x, baseline, text, SIZE, true, Ink.TEXT_MUTED));
        pages.rule(pages.y(), Ink.LANE, 1);
        pages.skip(2);
    }

    private void row(List<String> texts, Tone tone) throws IOException {
        List<List<String>> cells = wrapped(texts, false);
        if (pages.need(height(cells) + 2)) {
            head();
        }
        if (tone == Tone.BAD) {
            pages.box(PdfPages.LEFT, pages.y(), PdfPages.WIDTH, height(cells), Ink.ERROR_FILL);
        }
        paint(cells, (column, text, x, baseline) -> pages.text(x, baseline, text, SIZE, column == RESULT,
                column == RESULT ? ink(tone) : Ink.TEXT));
        pages.rule(pages.y(), Ink.GRID, 0.5);
    }

    private List<List<String>> wrapped(List<String> texts, boolean bold) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(pages.lines(texts.get(i), SHARES[i] * PdfPages.WIDTH - GAP, SIZE, bold || i == RESULT));
        }
        return cells;
    }

    private static double height(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * LEADING + 4;
    }

    @FunctionalInterface
    private interface CellPen {
        void write(int column, String text, double x, double baseline);
    }

    private void paint(List<List<String>> cells, CellPen pen) {
        double x = PdfPages.LEFT + 2;
        for (int column = 0; column < cells.size(); column++) {
            double baseline = pages.y() + 2 + SIZE;
            for (String line : cells.get(column)) {
                pen.write(column, line, x, baseline);
                baseline += LEADING;
            }
            x += SHARES[column] * PdfPages.WIDTH;
        }
        pages.skip(height(cells));
    }
}
