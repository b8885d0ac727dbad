package dev.fourshake.ui.view.packet;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.ui.workbench.theme.ThemeColor;
import dev.fourshake.ui.workbench.theme.ThemeColors;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Bytes as a hex dump with a marked range, painted for the lines in sight only: a 100 MiB payload scrolls like a
 * PINGREQ.
 */
final class HexPane extends Region {

    private static final HexFormat HEX = HexFormat.of();

    private HexMetrics metrics = HexMetrics.of(Font.font("monospace", 12));
    private final Canvas canvas = new Canvas();
    private final ScrollBar scroll = new ScrollBar();
    private final ObservableValue<ThemeColors> colors;
    private BiConsumer<Integer, Integer> onChoose = (_, _) -> { };
    private Bytes bytes = Bytes.EMPTY;
    private int markOffset;
    private int markLength;
    private int anchor = -1;
    private int caret;

    HexPane(ObservableValue<ThemeColors> colors) {
        this.colors = colors;
        getStyleClass().add("fs-hex");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().addListener(_ -> paint());
        getChildren().addAll(canvas, scroll);
        colors.addListener(_ -> paint());
        setMinSize(60, 40);
        setPrefWidth(metrics.fitting(0).width() + 16);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnScroll(event -> scrollTo(scroll.getValue() - Math.signum(event.getDeltaY()) * 3));
        setOnKeyPressed(this::key);
        focusedProperty().addListener(_ -> paint());
    }

    /** Told of the offset and length that the user chose among the bytes. */
    void onChoose(BiConsumer<Integer, Integer> listener) {
        onChoose = listener;
    }

    void show(Bytes shown) {
        bytes = shown;
        markOffset = 0;
        markLength = 0;
        caret = 0;
        anchor = -1;
        scroll.setValue(0);
        requestLayout();
        paint();
    }

    /** Marks a range and brings its beginning into sight. */
    void mark(int offset, int length) {
        markOffset = offset;
        markLength = length;
        caret = offset;
        reveal(offset);
        paint();
    }

    private int lines() {
        return (bytes.length() + metrics.bytesPerLine() - 1) / metrics.bytesPerLine();
    }

    private double linesInSight() {
        return Math.max(1, Math.floor(canvas.getHeight() / metrics.lineHeight()));
    }

    private void reveal(int offset) {
        double line = offset / metrics.bytesPerLine();
        if (line < scroll.getValue()) {
            scrollTo(line);
        } else if (line >= scroll.getValue() + linesInSight()) {
            scrollTo(line - linesInSight() + 1);
        }
    }

    private void scrollTo(double line) {
        scroll.setValue(Math.clamp(Math.rint(line), 0, scroll.getMax()));
    }

    @Override
    protected void layoutChildren() {
        double bar = scroll.prefWidth(-1);
        metrics = metrics.fitting(getWidth() - bar);
        canvas.setWidth(Math.max(0, getWidth() - bar));
        canvas.setHeight(getHeight());
        scroll.resizeRelocate(getWidth() - bar, 0, bar, getHeight());
        double hidden = Math.max(0, lines() - linesInSight());
        scroll.setMax(hidden);
        scroll.setVisibleAmount(hidden == 0 ? 1 : hidden * linesInSight() / Math.max(1, lines()));
        scroll.setUnitIncrement(1);
        scroll.setBlockIncrement(linesInSight());
        scroll.setVisible(hidden > 0);
        scrollTo(scroll.getValue());
        paint();
    }

    // ------------------------------------------------------------------ painting

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        ThemeColors theme = colors.getValue();
        g.setFill(theme.get(ThemeColor.CANVAS));
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(metrics.font());
        g.setTextBaseline(VPos.BASELINE);
        int first = (int) scroll.getValue();
        for (int i = 0; i <= linesInSight() && first + i < lines(); i++) {
            paintLine(g, theme, first + i, i * metrics.lineHeight());
        }
    }

    private void paintLine(GraphicsContext g, ThemeColors theme, int line, double y) {
        int start = line * metrics.bytesPerLine();
        int count = Math.min(metrics.bytesPerLine(), bytes.length() - start);
        int from = Math.max(markOffset - start, 0);
        int to = Math.min(markOffset + markLength - start, count) - 1;
        if (to >= from) {
            fill(g, theme.get(ThemeColor.MARK), metrics.hexGround(from, to, y));
            fill(g, theme.get(ThemeColor.MARK), metrics.textGround(from, to, y));
        }
        double base = y + metrics.baseline();
        g.setFill(theme.get(ThemeColor.TEXT_MUTED));
        g.fillText(String.format(Locale.ROOT, "%06x", start), metrics.offsetX(), base);
        g.setFill(theme.get(ThemeColor.TEXT));
        for (int column = 0; column < count; column++) {
            int value = bytes.at(start + column);
            g.fillText(HEX.toHexDigits((byte) value), metrics.hexX(column), base);
            boolean printable = value >= 0x20 && value < 0x7F;
            g.setFill(theme.get(printable ? ThemeColor.TEXT : ThemeColor.TEXT_MUTED));
            g.fillText(printable ? Character.toString(value) : "·", metrics.textX(column), base);
            g.setFill(theme.get(ThemeColor.TEXT));
        }
    }

    private static void fill(GraphicsContext g, Color color, Bounds area) {
        g.setFill(color);
        g.fillRect(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    // ------------------------------------------------------------------ choosing

    private int byteAt(MouseEvent event) {
        int column = metrics.columnAt(event.getX());
        int line = (int) scroll.getValue() + (int) (event.getY() / metrics.lineHeight());
        int index = line * metrics.bytesPerLine() + column;
        return column < 0 || index < 0 || index >= bytes.length() ? -1 : index;
    }

    private void press(MouseEvent event) {
        requestFocus();
        anchor = byteAt(event);
        if (anchor >= 0) {
            choose(anchor, 1);
        }
    }

    private void drag(MouseEvent event) {
        int here = byteAt(event);
        if (anchor >= 0 && here >= 0) {
            choose(Math.min(anchor, here), Math.abs(here - anchor) + 1);
        }
    }

    private void choose(int offset, int length) {
        caret = offset;
        onChoose.accept(offset, length);
    }

    private void key(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -metrics.bytesPerLine();
            case DOWN -> metrics.bytesPerLine();
            case PAGE_UP -> -metrics.bytesPerLine() * (int) linesInSight();
            case PAGE_DOWN -> metrics.bytesPerLine() * (int) linesInSight();
            case HOME -> -bytes.length();
            case END -> bytes.length();
            default -> 0;
        };
        if (step != 0 && !bytes.isEmpty()) {
            choose(Math.clamp((long) caret + step, 0, bytes.length() - 1), 1);
            event.consume();
        }
    }

    /** Copies the marked bytes, or all of them where none is marked, as hex. */
    void copy() {
        Bytes chosen = markLength == 0 ? bytes : bytes.slice(markOffset, markLength);
        ClipboardContent content = new ClipboardContent();
        content.putString(HexFormat.ofDelimiter(" ").formatHex(chosen.toArray()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
