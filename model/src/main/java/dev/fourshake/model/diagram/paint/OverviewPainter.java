package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Alarm;
import dev.fourshake.model.diagram.Buckets;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.paint.Pen.Dash;

/**
 * Paints a diagram whose rows are too low to be told apart: when each client was busy, and every alarming row. A line
 * of pixels stands for a bucket of rows and shows the worst of them, never a sample, so that one error among a million
 * rows is seen at any zoom; how many there are stands beside it.
 */
public final class OverviewPainter {

    /** An alarm is at least this high. */
    private static final double LEAST_ALARM = 2;
    private static final double STRIP = 7;
    /** Height over which alarms are counted together, and times are written. */
    private static final int BLOCK = 22;

    private final Sheet sheet;
    private final Pen pen;
    private final Buckets buckets;

    public OverviewPainter(Sheet sheet, Buckets buckets) {
        this.sheet = sheet;
        this.pen = sheet.pen();
        this.buckets = buckets;
    }

    /** @param heads a page without rows, for the heads of the lifelines */
    public void paint(Page heads) {
        pen.fill(0, 0, sheet.width(), sheet.height(), Ink.CANVAS);
        new HeadPainter(sheet).lifelines(heads);
        activity(heads);
        pen.fill(0, Metrics.HEAD, sheet.left(), sheet.height() - Metrics.HEAD, Ink.CANVAS);
        pen.line(sheet.left() - 0.5, Metrics.HEAD, sheet.left() - 0.5, sheet.height(), Ink.GRID, 1, Dash.SOLID);
        for (Alarm alarm : Alarm.values()) {
            if (alarm != Alarm.NONE) {
                alarms(alarm);
            }
        }
        blocks();
        new HeadPainter(sheet).heads(heads);
    }

    /** First index of the bucket of the line of pixels at {@code y}; buckets do not depend on the scroll position. */
    private int bucket(int y) {
        double perPixel = 1 / sheet.metrics().rowHeight();
        double first = Math.floor(sheet.scroll() / perPixel);
        return (int) Math.clamp((first + y - Metrics.HEAD) * perPixel, 0, buckets.size());
    }

    private void activity(Page heads) {
        int lanes = heads.heads().size();
        int[] since = new int[lanes];
        int bottom = (int) Math.ceil(sheet.height());
        for (int y = (int) Metrics.HEAD; y <= bottom; y++) {
            long[] busy = new long[buckets.words()];
            if (y < bottom) {
                buckets.busy(bucket(y), Math.max(bucket(y) + 1, bucket(y + 1)), busy);
            }
            for (int lane = 0; lane < lanes; lane++) {
                int number = heads.heads().get(lane).lane().number();
                boolean on = (busy[number / Long.SIZE] >>> number & 1) != 0;
                if (on && since[lane] == 0) {
                    since[lane] = y;
                } else if (!on && since[lane] > 0) {
                    strip(lane, since[lane], y);
                    since[lane] = 0;
                }
            }
        }
    }

    private void strip(int lane, int top, int bottom) {
        double x = sheet.x(lane);
        if (x > sheet.left() && x < sheet.width()) {
            pen.fill(x - STRIP / 2, top, STRIP, bottom - top, Ink.LANE);
        }
    }

    private void alarms(Alarm alarm) {
        int bottom = (int) Math.ceil(sheet.height());
        double height = Math.max(LEAST_ALARM, sheet.metrics().rowHeight());
        for (int y = (int) Metrics.HEAD; y < bottom; y++) {
            if (buckets.alarms().count(alarm, bucket(y), bucket(y + 1)) > 0) {
                pen.fill(sheet.left() - 4, y, 4, height, Ink.of(alarm));
                pen.veil(sheet.left(), y, sheet.width() - sheet.left(), height, Ink.of(alarm),
                        alarm.compareTo(Alarm.LOST) >= 0 ? 1 : 0.45);
            }
        }
    }

    private void blocks() {
        int shift = (int) (Math.floor(sheet.scroll() * sheet.metrics().rowHeight()) % BLOCK);
        for (int y = (int) Metrics.HEAD - shift; y < sheet.height(); y += BLOCK) {
            int from = bucket(Math.max(y, (int) Metrics.HEAD));
            int to = bucket(y + BLOCK);
            if (from < to) {
                new RowText(sheet).write(buckets.row(from), buckets.timeNanos(from), y + 14);
                String counts = sheet.wording().alarms(buckets.alarms(), from, to);
                if (!counts.isEmpty()) {
                    double width = pen.width(Face.SMALL_BOLD, counts);
                    pen.box(sheet.left() + 8, y + 3, width + 12, 16, 5, Ink.LANE_HEAD);
                    pen.text(sheet.left() + 14, y + 15, counts, Face.SMALL_BOLD,
                            Ink.of(buckets.alarms().worst(from, to)));
                }
            }
        }
    }
}
