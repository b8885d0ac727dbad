package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.paint.Metrics;
import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Says all about the row that the pointer rests on. */
final class RowTooltip {

    private static final Duration REST = Duration.millis(450);
    private static final double OFFSET = 14;
    private static final double WIDEST = 520;

    private final SequenceCanvas canvas;
    private final Tooltip tooltip = new Tooltip();
    private final PauseTransition rest = new PauseTransition(REST);
    private double x;
    private double y;
    private int index = -1;

    RowTooltip(SequenceCanvas canvas) {
        this.canvas = canvas;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        rest.setOnFinished(_ -> show());
    }

    void moved(MouseEvent event) {
        x = event.getScreenX() + OFFSET;
        y = event.getScreenY() + OFFSET;
        if (canvas.hovered() != index) {
            hide();
            index = canvas.hovered();
        }
        if (index >= 0 && !tooltip.isShowing()) {
            rest.playFromStart();
        }
    }

    void hide() {
        rest.stop();
        tooltip.hide();
        index = -1;
    }

    private void show() {
        String text = canvas.picture().map(picture -> new RowDetails(canvas.model(), canvas.wording())
                .text(picture, index)).orElse("");
        if (!text.isEmpty() && canvas.getScene() != null && canvas.isHover()) {
            tooltip.setText(text);
            tooltip.show(canvas, x, Math.max(y, Metrics.HEAD));
        }
    }
}
