package dev.fourshake.model.diagram.svg;

import dev.fourshake.model.diagram.paint.Face;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.paint.Pen;
import java.util.Locale;

/** Writes shapes as SVG elements. Colours and fonts are classes, so that the document stays small. */
final class SvgPen implements Pen {

    private final StringBuilder svg;
    private final Palette palette;

    SvgPen(StringBuilder svg, Palette palette) {
        this.svg = svg;
        this.palette = palette;
    }

    /** The style sheet that the elements refer to. */
    static String style(Palette palette) {
        StringBuilder css = new StringBuilder(
                "text{font-family:system-ui,'Segoe UI','Helvetica Neue',Arial,sans-serif}");
        for (Face face : Face.values()) {
            css.append(String.format(Locale.ROOT, ".%s{font-size:%spx%s}", name(face), number(face.size()),
                    face.isBold() ? ";font-weight:bold" : ""));
        }
        for (Ink ink : Ink.values()) {
            String color = String.format("#%06x", palette.rgb(ink));
            css.append('.').append(fill(ink)).append("{fill:").append(color).append('}');
            css.append('.').append(stroke(ink)).append("{stroke:").append(color).append(";fill:none}");
        }
        return css.toString();
    }

    @Override
    public double width(Face face, String text) {
        return SvgFont.width(face, text);
    }

    @Override
    public void fill(double x, double y, double width, double height, Ink ink) {
        box(x, y, width, height, 0, ink);
    }

    @Override
    public void veil(double x, double y, double width, double height, Ink ink, double opacity) {
        svg.append("<rect class=\"").append(fill(ink)).append("\" fill-opacity=\"").append(number(opacity));
        rectangle(x, y, width, height, 0);
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, Ink fill) {
        svg.append("<rect class=\"").append(fill(fill));
        rectangle(x, y, width, height, radius);
    }

    @Override
    public void outline(double x, double y, double width, double height, double radius, Ink ink, double thickness) {
        svg.append("<rect class=\"").append(stroke(ink)).append("\" stroke-width=\"").append(number(thickness));
        rectangle(x, y, width, height, radius);
    }

    private void rectangle(double x, double y, double width, double height, double radius) {
        svg.append("\" x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"")
                .append(number(width)).append("\" height=\"").append(number(height));
        if (radius > 0) {
            svg.append("\" rx=\"").append(number(radius));
        }
        svg.append("\"/>\n");
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink, double thickness, Dash dash) {
        svg.append("<path class=\"").append(stroke(ink)).append("\" stroke-width=\"").append(number(thickness));
        switch (dash) {
            case SOLID -> { }
            case DASHED -> svg.append("\" stroke-dasharray=\"6 4");
            case DOTTED -> svg.append("\" stroke-dasharray=\"1.5 3");
        }
        svg.append("\" d=\"M").append(number(x1)).append(' ').append(number(y1)).append('L').append(number(x2))
                .append(' ').append(number(y2)).append("\"/>\n");
    }

    @Override
    public void polyline(Ink ink, double thickness, double... points) {
        svg.append("<polyline class=\"").append(stroke(ink)).append("\" stroke-width=\"").append(number(thickness));
        points(points);
    }

    @Override
    public void polygon(Ink ink, double... points) {
        svg.append("<polygon class=\"").append(fill(ink));
        points(points);
    }

    private void points(double... points) {
        svg.append("\" points=\"");
        for (int i = 0; i < points.length; i++) {
            svg.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(number(points[i]));
        }
        svg.append("\"/>\n");
    }

    @Override
    public void text(double x, double baseline, String text, Face face, Ink ink) {
        svg.append("<text class=\"").append(name(face)).append(' ').append(fill(ink)).append("\" x=\"")
                .append(number(x)).append("\" y=\"").append(number(baseline)).append("\">").append(escape(text))
                .append("</text>\n");
    }

    @Override
    public void group(String name) {
        svg.append("<g role=\"img\"><title>").append(escape(name)).append("</title>\n");
    }

    @Override
    public void endGroup() {
        svg.append("</g>\n");
    }

    private static String fill(Ink ink) {
        return "f" + ink.ordinal();
    }

    private static String stroke(Ink ink) {
        return "s" + ink.ordinal();
    }

    private static String name(Face face) {
        return "t" + face.ordinal();
    }

    /** At most two decimals. */
    static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** As character data or an attribute; what XML 1.0 forbids becomes U+FFFD. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t' || point == '\n' || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }
}
