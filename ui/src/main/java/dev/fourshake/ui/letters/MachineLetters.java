package dev.fourshake.ui.letters;

import dev.fourshake.app.drill.report.Letters;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;

/** The sans-serif font of this machine with all that its system falls back to, whatever kinds of files they are. */
public final class MachineLetters implements Letters {

    private static final int EM = 1_000;
    private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

    private final Optional<Font> font = find();

    private static Optional<Font> find() {
        try {
            // No window of AWT's is ever shown, and those of JavaFX must not be disturbed.
            System.setProperty("java.awt.headless", "true");
            Font found = new Font(Font.SANS_SERIF, Font.PLAIN, EM);
            // On a machine without fonts Java says so only when they are used.
            boolean _ = found.canDisplay('?');
            return Optional.of(found);
        } catch (RuntimeException | LinkageError | InternalError _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Outline> outline(int codePoint) {
        return font.filter(each -> each.canDisplay(codePoint)).map(each -> {
            GlyphVector glyph = each.createGlyphVector(PLAIN, Character.toString(codePoint));
            // A screen's axis goes down.
            Shape shape = AffineTransform.getScaleInstance(1, -1).createTransformedShape(glyph.getOutline());
            Rectangle2D box = shape.getBounds2D();
            return new Outline(glyph.getLogicalBounds().getWidth(),
                    new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()}, path(shape));
        });
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
            double[] to = switch (parts.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(path, "m", at[0], at[1]);
                case PathIterator.SEG_LINETO -> append(path, "l", at[0], at[1]);
                // PDF knows curves of the third degree alone.
                case PathIterator.SEG_QUADTO -> append(path, "c", x + (at[0] - x) * 2 / 3, y + (at[1] - y) * 2 / 3,
                        at[2] + (at[0] - at[2]) * 2 / 3, at[3] + (at[1] - at[3]) * 2 / 3, at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> append(path, "c", at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> append(path, "h", x, y);
            };
            x = to[0];
            y = to[1];
        }
        return path.toString();
    }

    /** @return where the pen is now */
    private static double[] append(StringBuilder path, String operator, double... numbers) {
        if (!operator.equals("h")) {
            for (double number : numbers) {
                path.append(String.format(Locale.ROOT, "%.1f ", number));
            }
        }
        path.append(operator).append('\n');
        return new double[] {numbers[numbers.length - 2], numbers[numbers.length - 1]};
    }
}
