package dev.fourshake.model.diagram.paint;

import dev.fourshake.model.diagram.Alarm;
import dev.fourshake.model.diagram.Course;
import dev.fourshake.model.diagram.LabelFit;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Page;
import dev.fourshake.model.diagram.Part;
import dev.fourshake.model.diagram.Part.Role;
import java.util.List;

/** Writes the words of an arrow above its line, or upon it where the rows are low. */
final class LabelPainter {

    private static final double GAP = 7;
    private static final double CHIP = 5;
    /** A narrower place is left without words. */
    private static final double READABLE = 60;

    private final Sheet sheet;
    private final Pen pen;
    private final EdgeTags tags;

    LabelPainter(Sheet sheet, Page page) {
        this.sheet = sheet;
        this.tags = new EdgeTags(sheet, page);
        this.pen = sheet.pen();
    }

    /** @param standing how long its packet has stood at the tap, in nanoseconds; -1 if it did not */
    void paint(Mark.Arrow arrow, long standing) {
        List<Part> words = sheet.wording().parts(arrow, standing);
        double baseline = sheet.isRoomy() ? sheet.line(arrow.index()) - 6 : sheet.line(arrow.index()) + 4;
        Ink ground = arrow.alarm() == Alarm.ERROR ? Ink.ERROR_FILL : Ink.CANVAS;
        tags.paint(arrow, baseline, ground);
        Place place = place(arrow, LabelFit.width(words, GAP, this::width));
        if (place.width() < READABLE) {
            return;
        }
        List<Part> parts = LabelFit.fit(words, place.width(), GAP, this::width);
        double x = place.left();
        for (Part part : parts) {
            double width = width(part);
            boolean time = part.role() == Role.TIME;
            double left = time ? place.right() - width : x;
            boolean last = time || part == parts.getLast();
            // Without gaps in the ground, so that nothing shines through between two words.
            pen.fill(left - 2, baseline - 10, width + (last ? 4 : GAP + 2), 13, ground);
            write(part, left, baseline, arrow);
            x += time ? 0 : width + GAP;
        }
    }

    /** From where to where a label may reach. */
    private record Place(double left, double right) {
        double width() {
            return right - left;
        }

        Place within(double least, double most) {
            return new Place(Math.max(left, least), Math.min(right, most));
        }
    }

    private Place place(Mark.Arrow arrow, double wanted) {
        double least = sheet.left() + Math.max(6, tags.reach(tags.left(arrow)));
        double most = sheet.width() - Math.max(6, tags.reach(tags.right(arrow)));
        Geometry geometry = sheet.geometry();
        Place channel = new Place(geometry.labelLeft(arrow.client(), arrow.broker()) - sheet.scrollX(),
                geometry.labelRight(arrow.client(), arrow.broker()) - sheet.scrollX());
        if (channel.within(least, most).width() < READABLE) {
            // The channel is scrolled away: write on what is seen of the arrow.
            return new Place(Math.min(sheet.x(arrow.from()), sheet.x(arrow.to())) + GAP,
                    Math.max(sheet.x(arrow.from()), sheet.x(arrow.to())) - GAP).within(least, most);
        }
        return widened(channel, arrow, wanted).within(least, most);
    }

    /** A label that needs more room reaches over the tap, if nothing is there, and over other clients' lifelines. */
    private Place widened(Place channel, Mark.Arrow arrow, double wanted) {
        Geometry geometry = sheet.geometry();
        double end = arrow.course() == Course.PASSED && wanted > channel.width()
                ? geometry.labelEnd(arrow.client(), arrow.broker()) - sheet.scrollX() : Double.NaN;
        double reach = geometry.labelReach(arrow.client(), arrow.broker()) - sheet.scrollX();
        if (arrow.client() < arrow.broker()) {
            double right = Double.isNaN(end) ? channel.right() : Math.min(end, channel.left() + wanted);
            return new Place(Math.min(channel.left(), Math.max(reach, right - wanted)), right);
        }
        double left = Double.isNaN(end) ? channel.left() : Math.max(end, channel.right() - wanted);
        return new Place(left, Math.max(channel.right(), Math.min(reach, left + wanted)));
    }

    private void write(Part part, double x, double baseline, Mark.Arrow arrow) {
        double width = width(part);
        if (isChip(part)) {
            Ink ink = part.role() == Role.ALARM ? Ink.of(arrow.alarm()) : ArrowPainter.ink(arrow);
            Ink paper = part.role() == Role.TAP && ink == Ink.of(arrow.family()) ? Ink.HELD : ink;
            pen.box(x, baseline - 10.5, width, 14, 4, paper);
            pen.text(x + CHIP, baseline, part.text(), face(part), Ink.TEXT_ON_FILL);
        } else {
            pen.text(x, baseline, part.text(), face(part), ink(part, arrow));
        }
    }

    private double width(Part part) {
        return pen.width(face(part), part.text()) + (isChip(part) ? 2 * CHIP : 0);
    }

    private static boolean isChip(Part part) {
        return part.role() == Role.ALARM || part.role() == Role.TAP;
    }

    private Face face(Part part) {
        boolean roomy = sheet.isRoomy();
        return switch (part.role()) {
            case TYPE -> roomy ? Face.BOLD : Face.SMALL_BOLD;
            case ALARM, TAP -> Face.SMALL_BOLD;
            case ID, TOPIC -> roomy ? Face.NORMAL : Face.SMALL;
            case QOS, FLAG, DETAIL, TIME -> Face.SMALL;
        };
    }

    private static Ink ink(Part part, Mark.Arrow arrow) {
        return switch (part.role()) {
            case TYPE, ALARM, TAP -> ArrowPainter.ink(arrow);
            case ID, TOPIC -> Ink.TEXT;
            case FLAG -> Ink.WARNING;
            case QOS, DETAIL, TIME -> Ink.TEXT_MUTED;
        };
    }
}
