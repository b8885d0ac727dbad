package dev.fourshake.model.diagram.text;

import dev.fourshake.model.diagram.Alarm;
import dev.fourshake.model.diagram.Elide;
import dev.fourshake.model.diagram.LabelFit;
import dev.fourshake.model.diagram.Mark;
import dev.fourshake.model.diagram.Part;
import dev.fourshake.model.diagram.Part.Role;
import dev.fourshake.model.diagram.Wording;
import dev.fourshake.model.exchange.Judgement;
import java.util.List;
import java.util.stream.Collectors;

/** Paints what one row shows onto its line. */
final class TextMark {

    /** From the tap to the broker's lifeline. */
    private static final int TAP = 4;

    private final TextLine line;
    private final Columns columns;
    private final Glyphs glyphs;
    private final Wording wording;

    TextMark(TextLine line, Columns columns, Glyphs glyphs, Wording wording) {
        this.line = line;
        this.columns = columns;
        this.glyphs = glyphs;
        this.wording = wording;
    }

    void paint(Mark mark) {
        switch (mark) {
            case Mark.Arrow arrow -> arrow(arrow);
            case Mark.Opened _ -> note(mark, glyphs.opened());
            case Mark.Ended _ -> note(mark, glyphs.ended());
            case Mark.Missed _ -> note(mark, glyphs.lost());
        }
    }

    /** Column of the tap, which stands near the broker so that there is room for the label beside it. */
    static int tap(Columns columns, int client, int broker) {
        int x = columns.x(broker);
        return x + Integer.signum(columns.neighbour(broker, client) - x) * TAP;
    }

    private void arrow(Mark.Arrow arrow) {
        int from = columns.x(arrow.from());
        int to = columns.x(arrow.to());
        int tap = tap(columns, arrow.client(), arrow.broker());
        Tint tint = tint(arrow);
        switch (arrow.course()) {
            case PASSED -> stroke(from, to, arrow, tint);
            case HELD -> {
                fill(from, tap, glyphs.dashed(), tint);
                line.put(tap, glyphs.tap(), tint);
            }
            case RELEASED -> {
                line.put(tap, glyphs.tap(), tint);
                stroke(tap, to, arrow, tint);
            }
            case DISCARDED -> line.put(tap, glyphs.lost(), tint);
            case DROPPED, CUT -> {
                fill(from, tap, glyphs.stroke(arrow.family()), tint);
                line.put(tap, glyphs.lost(), tint);
            }
            case DUPLICATED, INJECTED -> {
                line.put(tap, glyphs.made(), tint);
                stroke(tap, to, arrow, tint);
            }
        }
        label(arrow, tint);
    }

    private void stroke(int from, int to, Mark.Arrow arrow, Tint tint) {
        fill(from, to, glyphs.stroke(arrow.family()), tint);
        line.put(to > from ? to - 1 : to + 1, to > from ? glyphs.right() : glyphs.left(), tint);
    }

    /** All cells between two columns. */
    private void fill(int from, int to, char c, Tint tint) {
        line.fill(Math.min(from, to) + 1, Math.max(from, to), c, tint);
    }

    private void label(Mark.Arrow arrow, Tint tint) {
        int broker = columns.x(arrow.broker());
        int side = columns.neighbour(arrow.broker(), arrow.client());
        // The tap's end of the channel is left free, so that the labels stand in one column.
        int from = Math.min(broker, side) + 2 + (broker < side ? TAP : 0);
        int to = Math.max(broker, side) - 2 - (broker > side ? TAP : 0);
        String sign = sign(arrow.judgement());
        List<Part> parts = LabelFit.fit(wording.parts(arrow), to - from - 2 - sign.length(), 1,
                part -> TerminalWidth.of(part.text()));
        String words = parts.stream().filter(part -> part.role() != Role.TIME).map(Part::text)
                .collect(Collectors.joining(" "));
        String time = parts.stream().filter(part -> part.role() == Role.TIME).map(Part::text).findFirst().orElse("");
        if (!words.isEmpty()) {
            line.put(from, " " + sign + words + " ", tint);
        }
        if (!time.isEmpty()) {
            line.put(to - TerminalWidth.of(time) - 1, " " + time + " ", Tint.FAINT);
        }
    }

    private String sign(Judgement judgement) {
        return switch (judgement) {
            case REGULAR, LOST -> "";
            case REPEATED -> glyphs.again() + " ";
            case ILLEGAL, MALFORMED -> glyphs.illegal() + " ";
        };
    }

    private static Tint tint(Mark.Arrow arrow) {
        boolean wrong = arrow.judgement() == Judgement.LOST || arrow.alarm().compareTo(Alarm.LOST) >= 0;
        boolean odd = arrow.alarm() != Alarm.NONE || !arrow.course().fromSender() || !arrow.course().toReceiver();
        return wrong ? Tint.RED : odd ? Tint.YELLOW : Tint.of(arrow.family());
    }

    private void note(Mark mark, char sign) {
        int lane = mark.client() >= 0 ? mark.client() : mark.broker();
        int x = columns.x(lane);
        boolean leftwards = mark.client() >= 0 ? columns.x(mark.broker()) < x : x > columns.width() / 2;
        int end = mark.client() >= 0 ? columns.x(mark.broker()) : leftwards ? Columns.GUTTER : columns.width();
        int room = Math.abs(end - x) - 4;
        String note = wording.note(mark);
        String fitting = TerminalWidth.of(note) <= room ? note : wording.shortNote(mark);
        String text = Elide.middle(fitting, room, TerminalWidth::of);
        line.put(x, sign, mark.alarm() == Alarm.NONE ? Tint.NONE : Tint.RED);
        line.put(leftwards ? x - 2 - TerminalWidth.of(text) : x + 1, " " + text + " ", Tint.FAINT);
    }
}
