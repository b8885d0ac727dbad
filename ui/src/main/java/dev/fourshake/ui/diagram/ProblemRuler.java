package dev.fourshake.ui.diagram;

import dev.fourshake.model.diagram.Alarm;
import dev.fourshake.model.diagram.Alarms;
import dev.fourshake.model.diagram.paint.Ink;
import dev.fourshake.model.diagram.paint.Palette;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;

/**
 * The strip beside the scroll bar: the whole trace from top to bottom, with a tick for each alarming row, whatever is
 * in sight. Clicking a tick goes there.
 */
final class ProblemRuler extends Canvas {

    static final double WIDTH = 10;
    private static final double TICK = 3;
    /** A click this near to a tick means the tick. */
    private static final double NEAR = 6;

    private Alarms alarms;
    private int rows;
    private Object painted;

    ProblemRuler(IntConsumer goTo) {
        setWidth(WIDTH);
        setCursor(Cursor.HAND);
        setOnMouseClicked(event -> {
            if (rows > 0) {
                goTo.accept(near(event.getY()));
            }
        });
    }

    /** Paints anew if something has changed. */
    void paint(Alarms newAlarms, int newRows, Palette palette) {
        record Painted(Alarms alarms, int revision, int rows, Palette palette, double height) {
        }
        Painted wanted = new Painted(newAlarms, newAlarms.revision(), newRows, palette, getHeight());
        if (wanted.equals(painted)) {
            return;
        }
        painted = wanted;
        alarms = newAlarms;
        rows = newRows;
        CanvasPen pen = new CanvasPen(getGraphicsContext2D(), palette, 1);
        pen.fill(0, 0, WIDTH, getHeight(), Ink.CANVAS);
        for (Alarm alarm : Alarm.values()) {
            for (int y = 0; alarm != Alarm.NONE && y < getHeight(); y++) {
                if (alarms.count(alarm, row(y), row(y + 1)) > 0) {
                    pen.fill(2, y, WIDTH - 3, TICK, Ink.of(alarm));
                }
            }
        }
    }

    private int row(double y) {
        return (int) Math.clamp((long) (y * rows / getHeight()), 0, rows);
    }

    /** The worst row near a height, else the row there. */
    private int near(double y) {
        int from = row(y - NEAR);
        Alarm worst = alarms.worst(from, row(y + NEAR));
        int found = worst == Alarm.NONE ? -1 : alarms.next(from - 1, worst);
        return found >= 0 ? found : Math.min(rows - 1, row(y));
    }
}
