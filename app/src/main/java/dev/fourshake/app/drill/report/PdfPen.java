package dev.fourshake.app.drill.report;

import dev.fourshake.model.diagram.paint.Face;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.paint.Pen;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** Draws a diagram on a page. The stream's axes are expected to begin in the upper left corner. */
final class PdfPen implements Pen {

    /** How far the handles of a curve reach that is a quarter of a circle. */
    private static final double ARC = 0.5523;

    private final PDPageContentStream out;
    private final PdfFont font;

    PdfPen(PDPageContentStream out, PdfFont font) {
        this.out = out;
        this.font = font;
    }

    @FunctionalInterface
    private interface Drawing {
        void draw() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The colour that fills, and that letters have. */
    static void fillWith(PDPageContentStream out, Ink ink) throws IOException {
        int rgb = Palette.LIGHT.rgb(ink);
        out.setNonStrokingColor(part(rgb >> 16), part(rgb >> 8), part(rgb));
    }

    /** The colour that lines have. */
    static void strokeWith(PDPageContentStream out, Ink ink) throws IOException {
        int rgb = Palette.LIGHT.rgb(ink);
        out.setStrokingColor(part(rgb >> 16), part(rgb >> 8), part(rgb));
    }

    private static float part(int value) {
        return (value & 0xFF) / 255f;
    }

    @Override
    public double width(Face face, String text) {
        return font.width(text, face.size(), face.isBold());
    }

    @Override
    public void fill(double x, double y, double width, double height, Ink ink) {
        box(x, y, width, height, 0, ink);
    }

    @Override
    public void veil(double x, double y, double width, double height, Ink ink, double opacity) {
        draw(() -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) opacity);
            out.saveGraphicsState();
            out.setGraphicsStateParameters(state);
            box(x, y, width, height, 0, ink);
            out.restoreGraphicsState();
        });
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, Ink fill) {
        draw(() -> {
            fillWith(out, fill);
            rectangle(x, y, width, height, radius);
            out.fill();
        });
    }

    @Override
    public void outline(double x, double y, double width, double height, double radius, Ink ink, double thickness) {
        draw(() -> {
            stroke(ink, thickness, Dash.SOLID);
            rectangle(x, y, width, height, radius);
            out.stroke();
        });
    }

    private void rectangle(double x, double y, double width, double height, double radius) throws IOException {
        double r = Math.min(radius, Math.min(width, height) / 2);
        if (r <= 0) {
            out.addRect((float) x, (float) y, (float) width, (float) height);
            return;
        }
        double handle = r * (1 - ARC);
        double right = x + width;
        double bottom = y + height;
        move(x + r, y);
        line(right - r, y);
        curve(right - handle, y, right, y + handle, right, y + r);
        line(right, bottom - r);
        curve(right, bottom - handle, right - handle, bottom, right - r, bottom);
        line(x + r, bottom);
        curve(x + handle, bottom, x, bottom - handle, x, bottom - r);
        line(x, y + r);
        curve(x, y + handle, x + handle, y, x + r, y);
        out.closePath();
    }

    private void move(double x, double y) throws IOException {
        out.moveTo((float) x, (float) y);
    }

    private void line(double x, double y) throws IOException {
        out.lineTo((float) x, (float) y);
    }

    private void curve(double x1, double y1, double x2, double y2, double x, double y) throws IOException {
        out.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
    }

    private void stroke(Ink ink, double thickness, Dash dash) throws IOException {
        strokeWith(out, ink);
        out.setLineWidth((float) thickness);
        out.setLineDashPattern(switch (dash) {
            case SOLID -> new float[0];
            case DASHED -> new float[] {6, 4};
            case DOTTED -> new float[] {1.5f, 3};
        }, 0);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink, double thickness, Dash dash) {
        draw(() -> {
            stroke(ink, thickness, dash);
            move(x1, y1);
            line(x2, y2);
            out.stroke();
        });
    }

    @Override
    public void polyline(Ink ink, double thickness, double... points) {
        draw(() -> {
            stroke(ink, thickness, Dash.SOLID);
            path(points);
            out.stroke();
        });
    }

    @Override
    public void polygon(Ink ink, double... points) {
        draw(() -> {
            fillWith(out, ink);
            path(points);
            out.fill();
        });
    }

    private void path(double... points) throws IOException {
        move(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            line(points[i], points[i + 1]);
        }
    }

    @Override
    public void text(double x, double baseline, String text, Face face, Ink ink) {
        text(x, baseline, text, face.size(), face.isBold(), ink);
    }

    /** The page's axes are upside down, and letters are not. */
    void text(double x, double baseline, String text, double size, boolean bold, Ink ink) {
        draw(() -> {
            out.beginText();
            fillWith(out, ink);
            if (bold) {
                strokeWith(out, ink);
                out.setLineWidth((float) (size * PdfFont.BOLD_STROKE));
                out.setLineDashPattern(new float[0], 0);
            }
            out.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            double at = x;
            for (PdfFont.Run run : font.runs(text)) {
                show(run, at, baseline, size);
                if (bold && run.font() instanceof OutlineFont) {
                    // Its letters have no outline of their own to be made thicker.
                    show(run, at + size * PdfFont.BOLD_STROKE, baseline, size);
                }
                at += run.width() * size;
            }
            out.endText();
        });
    }

    private void show(PdfFont.Run run, double x, double baseline, double size) throws IOException {
        out.setFont(run.font(), (float) size);
        out.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) baseline));
        out.showText(run.text());
    }
}
