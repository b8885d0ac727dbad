package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.DiagramIndex;
import dev.fourshake.model.diagram.LaneSet;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.PageLayout;
import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Geometry;
import dev.fourshake.model.diagram.paint.Metrics;
import dev.fourshake.model.diagram.paint.PagePainter;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.paint.Sheet;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Paints rows of a diagram into an image, whatever is on the screen. */
public final class DiagramPicture {

    /** More pixels than this are not painted: as an image in memory they take four bytes each. */
    static final long MOST_PIXELS = 60_000_000;
    /** Height of the canvas that is used again and again; a much larger one is more than a graphics card can hold. */
    private static final int TILE = 4_000;
    private static final double GUTTER = 150;
    private static final double FOOT = 12;
    private static final Texts TEXT = Texts.of(DiagramPicture.class);

    private DiagramPicture() {
    }

    /**
     * An image of some rows, with the lifelines that occur in them. To be called on the JavaFX thread.
     *
     * @param width at least so wide, in pixels
     * @param scale image pixels to a pixel
     * @throws IllegalArgumentException with a sentence for the user, if the image would be too large
     */
    public static WritableImage paint(TraceSnapshot trace, ShownRows rows, int first, int count, Palette palette,
                                      Wording wording, double width, double scale) {
        DiagramIndex index = new DiagramIndex();
        index.extend(trace);
        int end = (int) Math.min(rows.size(), (long) first + count);
        LaneSet lanes = LaneSet.of(trace, index, rows, first, end);
        Metrics metrics = new Metrics(Metrics.COMFORTABLE, GUTTER, scale);
        Geometry geometry = new Geometry(lanes.lanes(), metrics, width);
        double height = Metrics.HEAD + (end - first) * metrics.rowHeight() + FOOT;
        double pixels = Math.ceil(geometry.width() * scale) * Math.ceil(height * scale);
        if (pixels > MOST_PIXELS) {
            throw new IllegalArgumentException(TEXT.get("picture.tooLarge", end - first,
                    (int) ((end - first) * (MOST_PIXELS / pixels))));
        }
        Page page = PageLayout.page(trace, index, rows, lanes, first, end - first);
        long now = end == 0 ? 0 : trace.timeNanos(rows.row(end - 1));
        return tiles(page, new Sheet(null, metrics, geometry, wording, first, 0, geometry.width(), height, now),
                palette);
    }

    /**
     * Paints the same sheet on one canvas again and again, each time moved up by its height. The canvas has the
     * image's own pixels: scaling what it has painted would blur it.
     */
    private static WritableImage tiles(Page page, Sheet sheet, Palette palette) {
        double scale = sheet.metrics().scale();
        int width = (int) Math.ceil(sheet.width() * scale);
        int height = (int) Math.ceil(sheet.height() * scale);
        WritableImage whole = new WritableImage(width, height);
        Canvas canvas = new Canvas(width, Math.min(TILE, height));
        GraphicsContext context = canvas.getGraphicsContext2D();
        int tileHeight = (int) canvas.getHeight();
        for (int top = 0; top < height; top += tileHeight) {
            context.setTransform(scale, 0, 0, scale, 0, -top);
            new PagePainter(sheet.withPen(new CanvasPen(context, palette, scale)), page).paint();
            WritableImage tile = canvas.snapshot(new SnapshotParameters(), null);
            whole.getPixelWriter().setPixels(0, top, width, Math.min(tileHeight, height - top), tile.getPixelReader(),
                    0, 0);
        }
        return whole;
    }

    /** Writes an image as PNG. Any thread. */
    public static void writePng(WritableImage image, OutputStream out) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage png = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
            png.setRGB(0, y, width, 1, line, 0, width);
        }
        ImageIO.write(png, "png", out);
    }
}
