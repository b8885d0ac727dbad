package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.diagram.paint.Palette;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/** Puts parts of a diagram onto the clipboard. For the JavaFX thread. */
public final class DiagramClipboard {

    /** Twice as many pixels as on a plain screen: sharp in a report. */
    private static final double PICTURE_SCALE = 2;
    private static final DataFormat SVG = svgFormat();

    private DiagramClipboard() {
    }

    private static DataFormat svgFormat() {
        DataFormat known = DataFormat.lookupMimeType("image/svg+xml");
        return known != null ? known : new DataFormat("image/svg+xml");
    }

    public static void copyText(Extract extract) {
        ClipboardContent content = new ClipboardContent();
        content.putString(extract.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** @throws IllegalArgumentException with a sentence for the user, if there are too many rows */
    public static void copySvg(Extract extract, Palette palette, Wording wording) {
        String svg = extract.svg(palette, wording);
        ClipboardContent content = new ClipboardContent();
        content.put(SVG, svg);
        content.putString(svg);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** @throws IllegalArgumentException with a sentence for the user, if there are too many rows */
    public static void copyPicture(Extract extract, Palette palette, Wording wording) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(extract.picture(palette, wording, PICTURE_SCALE));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
