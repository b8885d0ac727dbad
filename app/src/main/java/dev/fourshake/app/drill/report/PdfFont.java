package dev.fourshake.app.drill.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one font of a document: Liberation Sans, which comes with PDFBox and is put into the document as far as it is used.
 * Letters that it lacks are shown as a question mark.
 */
final class PdfFont {

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** Bold is the same letters with a thin outline. */
    static final double BOLD_STROKE = 0.035;
    private static final double BOLD_WIDTH = 1.03;

    private final PDFont font;
    private final Map<Integer, String> known = new HashMap<>();

    private PdfFont(PDFont font) {
        this.font = font;
    }

    static PdfFont in(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
            return new PdfFont(PDType0Font.load(document, in));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text without what the font lacks. */
    String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> safe.append(known.computeIfAbsent(point, this::look)));
        return safe.toString();
    }

    private String look(int point) {
        String letter = Character.toString(point);
        try {
            font.encode(letter);
            return letter;
        } catch (IOException | IllegalArgumentException _) {
            return Character.isWhitespace(point) ? " " : "?";
        }
    }

    double width(String text, double size, boolean bold) {
        try {
            return font.getStringWidth(safe(text)) / 1000 * size * (bold ? BOLD_WIDTH : 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
