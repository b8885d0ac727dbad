package dev.fourshake.app.drill.report;

import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Fills the pages of a document from the top down, in points from the upper left corner of A4. */
final class PdfPages {

    static final double LEFT = 40;
    static final double TOP = 44;
    static final double WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    static final double BOTTOM = PDRectangle.A4.getHeight() - 48;

    private final PDDocument document;
    private final PdfFont font;
    private PDPage page;
    private PDPageContentStream out;
    private PdfPen pen;
    private double y;

    PdfPages(PDDocument document, PdfFont font) throws IOException {
        this.document = document;
        this.font = font;
        next();
    }

    /** Begins another page. */
    void next() throws IOException {
        end();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        out = open(page, AppendMode.OVERWRITE);
        pen = new PdfPen(out, font);
        y = TOP;
    }

    private PDPageContentStream open(PDPage on, AppendMode mode) throws IOException {
        PDPageContentStream stream = new PDPageContentStream(document, on, mode, true, true);
        stream.transform(new Matrix(1, 0, 0, -1, 0, PDRectangle.A4.getHeight()));
        return stream;
    }

    private void end() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    PDPage page() {
        return page;
    }

    double y() {
        return y;
    }

    void skip(double height) {
        y += height;
    }

    double room() {
        return BOTTOM - y;
    }

    /** Begins another page where there is no room for so much. @return whether it did */
    boolean need(double height) throws IOException {
        boolean full = room() < height && y > TOP;
        if (full) {
            next();
        }
        return full;
    }

    // ------------------------------------------------------------------ what stands on a page

    /** Text at a place, on one line. */
    void text(double x, double baseline, String text, double size, boolean bold, Ink ink) {
        pen.text(x, baseline, text, size, bold, ink);
    }

    double width(String text, double size, boolean bold) {
        return font.width(text, size, bold);
    }

    /** A paragraph as wide as the page. */
    void paragraph(String text, double size, boolean bold, Ink ink) throws IOException {
        for (String line : lines(text, WIDTH, size, bold)) {
            need(size * 1.35);
            text(LEFT, y + size, line, size, bold, ink);
            y += size * 1.35;
        }
    }

    /** Breaks a text between words, and within those that are too long. */
    List<String> lines(String text, double width, double size, boolean bold) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.width(longer, size, bold) <= width) {
                line = new StringBuilder(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line = new StringBuilder(word);
            while (font.width(line.toString(), size, bold) > width && line.length() > 1) {
                int fits = line.length() - 1;
                while (fits > 1 && font.width(line.substring(0, fits), size, bold) > width) {
                    fits--;
                }
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    void box(double x, double top, double width, double height, Ink ink) throws IOException {
        PdfPen.fillWith(out, ink);
        out.addRect((float) x, (float) top, (float) width, (float) height);
        out.fill();
    }

    void rule(double at, Ink ink, double thickness) throws IOException {
        PdfPen.strokeWith(out, ink);
        out.setLineWidth((float) thickness);
        out.setLineDashPattern(new float[0], 0);
        out.moveTo((float) LEFT, (float) at);
        out.lineTo((float) (LEFT + WIDTH), (float) at);
        out.stroke();
    }

    /** A diagram, scaled; the caller has seen to the room for it. */
    void picture(Picture picture, double scale) throws IOException {
        out.saveGraphicsState();
        out.transform(new Matrix((float) scale, 0, 0, (float) scale, (float) LEFT, (float) y));
        picture.paint(pen);
        out.restoreGraphicsState();
        y += picture.height() * scale;
    }

    /** Ends the last page, and writes something at the foot of each. */
    void finish(String left, IntFunction<String> right) throws IOException {
        end();
        out = null;
        int number = 0;
        for (PDPage each : document.getPages()) {
            number++;
            try (PDPageContentStream foot = open(each, AppendMode.APPEND)) {
                PdfPen footPen = new PdfPen(foot, font);
                footPen.text(LEFT, BOTTOM + 24, left, 8, false, Ink.TEXT_MUTED);
                String text = right.apply(number);
                footPen.text(LEFT + WIDTH - font.width(text, 8, false), BOTTOM + 24, text, 8, false, Ink.TEXT_MUTED);
            }
        }
        font.finish();
    }
}
