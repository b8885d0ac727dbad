package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.paint.Face;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.paint.Pen;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** Draws on a JavaFX canvas. Straight lines and boxes are put onto whole device pixels, so that they are crisp. */
final class CanvasPen implements Pen {

    private static final double[] NO_DASH = {};
    private static final double[] DASHES = {6, 4};
    private static final double[] DOTS = {1, 3};

    private static final Map<Face, Font> FONTS = new EnumMap<>(Face.class);
    private static final Map<Face, TextWidths> WIDTHS = new EnumMap<>(Face.class);

    private final GraphicsContext context;
    private final double scale;
    private final Color[] colors = new Color[Ink.values().length];

    /** @param scale device pixels to a pixel */
    CanvasPen(GraphicsContext context, Palette palette, double scale) {
        this.context = context;
        this.scale = scale;
        for (Ink ink : Ink.values()) {
            int rgb = palette.rgb(ink);
            colors[ink.ordinal()] = Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
        }
        context.setLineCap(StrokeLineCap.BUTT);
    }

    static Font font(Face face) {
        return FONTS.computeIfAbsent(face, key -> Font.font(Font.getDefault().getFamily(),
                key.isBold() ? FontWeight.BOLD : FontWeight.NORMAL, key.size()));
    }

    @Override
    public double width(Face face, String text) {
        return WIDTHS.computeIfAbsent(face, key -> new TextWidths(font(key))).of(text);
    }

    @Override
    public void fill(double x, double y, double width, double height, Ink ink) {
        context.setFill(color(ink));
        rectangle(x, y, width, height);
    }

    @Override
    public void veil(double x, double y, double width, double height, Ink ink, double opacity) {
        context.setFill(color(ink).deriveColor(0, 1, 1, opacity));
        rectangle(x, y, width, height);
    }

    private void rectangle(double x, double y, double width, double height) {
        double left = snap(x);
        double top = snap(y);
        context.fillRect(left, top, Math.max(1 / scale, snap(x + width) - left),
                Math.max(1 / scale, snap(y + height) - top));
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, Ink fill) {
        context.setFill(color(fill));
        context.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void outline(double x, double y, double width, double height, double radius, Ink ink, double thickness) {
        context.setStroke(color(ink));
        context.setLineWidth(thickness);
        context.setLineDashes(NO_DASH);
        double inset = radius == 0 ? thickness / 2 : 0;
        context.strokeRoundRect(snap(x) + inset, snap(y) + inset, snap(x + width) - snap(x) - 2 * inset,
                snap(y + height) - snap(y) - 2 * inset, 2 * radius, 2 * radius);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink, double thickness, Dash dash) {
        double device = Math.max(1, Math.round(thickness * scale));
        context.setStroke(color(ink));
        context.setLineWidth(device / scale);
        context.setLineDashes(switch (dash) {
            case SOLID -> NO_DASH;
            case DASHED -> DASHES;
            case DOTTED -> DOTS;
        });
        boolean upright = x1 == x2;
        boolean level = y1 == y2;
        context.strokeLine(upright ? crisp(x1, device) : x1, level ? crisp(y1, device) : y1,
                upright ? crisp(x2, device) : x2, level ? crisp(y2, device) : y2);
    }

    @Override
    public void polyline(Ink ink, double thickness, double... points) {
        context.setStroke(color(ink));
        context.setLineWidth(thickness);
        context.setLineDashes(NO_DASH);
        context.beginPath();
        context.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            context.lineTo(points[i], points[i + 1]);
        }
        context.stroke();
    }

    @Override
    public void polygon(Ink ink, double... points) {
        context.setFill(color(ink));
        context.beginPath();
        context.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            context.lineTo(points[i], points[i + 1]);
        }
        context.closePath();
        context.fill();
    }

    @Override
    public void text(double x, double baseline, String text, Face face, Ink ink) {
        context.setFont(font(face));
        context.setFill(color(ink));
        context.fillText(text, snap(x), snap(baseline));
    }

    private Color color(Ink ink) {
        return colors[ink.ordinal()];
    }

    private double snap(double value) {
        return Math.round(value * scale) / scale;
    }

    /** The middle of a line so many device pixels thick, such that its edges are edges of pixels. */
    private double crisp(double value, double device) {
        double middle = Math.round(value * scale);
        return (device % 2 == 0 ? middle : middle + 0.5) / scale;
    }
}
