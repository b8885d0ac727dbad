package dev.fourshake.ui.view.packet;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Where each byte of a hex dump stands: offset, the bytes of a line as hex in groups of eight, the same as text.
 *
 * @param charWidth  of the fixed-width font
 * @param bytesPerLine 8 or 16
 */
record HexMetrics(Font font, double charWidth, double lineHeight, double baseline, int bytesPerLine) {

    private static final int GROUP = 8;
    private static final double MARGIN = 8;
    private static final int OFFSET_CHARS = 9;

    static HexMetrics of(Font font) {
        Text probe = new Text("0000000000");
        probe.setFont(font);
        Bounds bounds = probe.getLayoutBounds();
        double height = Math.ceil(bounds.getHeight() * 1.15);
        return new HexMetrics(font, bounds.getWidth() / 10, height,
                Math.round(-bounds.getMinY() + (height - bounds.getHeight()) / 2), 2 * GROUP);
    }

    /** As many bytes a line as fit into this width: sixteen, or eight where it is narrow. */
    HexMetrics fitting(double available) {
        HexMetrics wide = withBytesPerLine(2 * GROUP);
        return wide.width() <= available ? wide : withBytesPerLine(GROUP);
    }

    private HexMetrics withBytesPerLine(int count) {
        return new HexMetrics(font, charWidth, lineHeight, baseline, count);
    }

    double offsetX() {
        return MARGIN;
    }

    double hexX(int column) {
        return MARGIN + charWidth * (OFFSET_CHARS + column * 3 + column / GROUP);
    }

    double textX(int column) {
        return MARGIN + charWidth * (OFFSET_CHARS + bytesPerLine * 3 + bytesPerLine / GROUP + column);
    }

    double width() {
        return textX(bytesPerLine) + MARGIN;
    }

    /** Column of the byte at {@code x}, in the hex part or in the text part; -1 beside both. */
    int columnAt(double x) {
        for (int column = 0; column < bytesPerLine; column++) {
            if (within(x, hexX(column) - charWidth / 2, charWidth * 3) || within(x, textX(column), charWidth)) {
                return column;
            }
        }
        return -1;
    }

    private static boolean within(double x, double from, double width) {
        return x >= from && x < from + width;
    }

    /** The ground behind some columns of one line in the hex part. */
    Bounds hexGround(int from, int to, double y) {
        return new BoundingBox(hexX(from) - charWidth / 2, y, hexX(to) + charWidth * 2.5 - hexX(from), lineHeight);
    }

    /** The ground behind some columns of one line in the text part. */
    Bounds textGround(int from, int to, double y) {
        return new BoundingBox(textX(from), y, textX(to) + charWidth - textX(from), lineHeight);
    }
}
