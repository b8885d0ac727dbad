package dev.fourshake.app.drill.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of a document: Liberation Sans, which comes with PDFBox and is put into the document as far as it is
 * used; what it lacks, as of Chinese, is drawn with a font of this machine. A letter that none has is a question mark.
 */
final class PdfFont {

    /** Text that one font can write. */
    record Run(PDFont font, String text, double width) {
    }

    private record Letter(PDFont font, String text, double width) {
    }

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** Bold is the same letters with a thin outline. */
    static final double BOLD_STROKE = 0.035;
    private static final double BOLD_WIDTH = 1.03;

    private final PDDocument document;
    private final PDFont font;
    private final Letters ofMachine;
    private final List<OutlineFont> outlines = new ArrayList<>();
    private final Map<Integer, Letter> known = new HashMap<>();
    private final SortedSet<Integer> missing = new TreeSet<>();

    private PdfFont(PDDocument document, PDFont font, Letters ofMachine) {
        this.document = document;
        this.font = font;
        this.ofMachine = ofMachine;
    }

    /** @param ofMachine is asked for letters that are lacking */
    static PdfFont in(PDDocument document, Letters ofMachine) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
            return new PdfFont(document, PDType0Font.load(document, in), ofMachine);
        }
    }

    /** The text in pieces, each with its font and its width for letters of size 1. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        PDFont of = font;
        double width = 0;
        for (int point : text.codePoints().toArray()) {
            Letter letter = known.computeIfAbsent(point, this::look);
            if (letter.font() != of && !part.isEmpty()) {
                runs.add(new Run(of, part.toString(), width));
                part.setLength(0);
                width = 0;
            }
            of = letter.font();
            part.append(letter.text());
            width += letter.width();
        }
        runs.add(new Run(of, part.toString(), width));
        return runs;
    }

    private Letter look(int point) {
        String letter = Character.toString(point);
        try {
            return new Letter(font, letter, font.getStringWidth(letter) / 1000);
        } catch (IOException | IllegalArgumentException _) {
            return Character.isWhitespace(point) || Character.isISOControl(point) ? look(' ') : lookElsewhere(point);
        }
    }

    private Letter lookElsewhere(int point) {
        Optional<Letters.Outline> outline = ofMachine.outline(point);
        if (outline.isEmpty()) {
            missing.add(point);
            return look('?');
        }
        try {
            if (outlines.isEmpty() || outlines.getLast().isFull()) {
                outlines.add(OutlineFont.in(document));
            }
            return new Letter(outlines.getLast(), Character.toString(point),
                    outlines.getLast().add(point, outline.get()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    double width(String text, double size, boolean bold) {
        return runs(text).stream().mapToDouble(Run::width).sum() * size * (bold ? BOLD_WIDTH : 1);
    }

    /** Letters that were asked for and could not be drawn. */
    SortedSet<Integer> missing() {
        return missing;
    }

    /** All is written. */
    void finish() throws IOException {
        for (OutlineFont each : outlines) {
            each.finish();
        }
    }
}
