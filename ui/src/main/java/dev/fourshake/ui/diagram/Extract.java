package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.ShownRows;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Palette;
import dev.fourshake.model.diagram.svg.SvgDiagram;
import dev.fourshake.model.diagram.text.TextDiagram;
import dev.fourshake.model.diagram.text.TextOptions;
import dev.fourshake.model.trace.TraceSnapshot;
import javafx.scene.image.WritableImage;

/**
 * Rows of a diagram that are to be copied or exported.
 *
 * @param rows in ascending order
 */
public record Extract(TraceSnapshot trace, ShownRows rows) {

    private static final int TEXT_WIDTH = 140;
    private static final double PICTURE_WIDTH = 1_200;

    /** As lines of text. Any thread. */
    public String text() {
        StringBuilder text = new StringBuilder();
        TextDiagram diagram = new TextDiagram(TextOptions.plain(TEXT_WIDTH));
        diagram.write(trace, rows, line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * As an SVG document. Any thread.
     *
     * @throws IllegalArgumentException with a sentence for the user, if there are too many rows
     */
    public String svg(Palette palette, Wording wording) {
        return SvgDiagram.render(trace, rows, 0, rows.size(), palette, wording);
    }

    /**
     * As an image. On the JavaFX thread.
     *
     * @throws IllegalArgumentException with a sentence for the user, if there are too many rows
     */
    public WritableImage picture(Palette palette, Wording wording, double scale) {
        return DiagramPicture.paint(trace, rows, 0, rows.size(), palette, wording, PICTURE_WIDTH, scale);
    }
}
