package dev.fourshake.model.diagram.paint;

/** Writes the number and the time of a row into the gutter; where it is narrow, only the number. */
final class RowText {

    /** Between the text and what is right of the gutter. */
    static final double RIGHT = 10;

    private final Sheet sheet;

    RowText(Sheet sheet) {
        this.sheet = sheet;
    }

    void write(int row, long timeNanos, double baseline) {
        Pen pen = sheet.pen();
        String clock = sheet.wording().clock(timeNanos);
        String number = Integer.toString(row + 1);
        double right = sheet.left() - RIGHT;
        double clockWidth = pen.width(Face.SMALL, clock);
        double numberWidth = pen.width(Face.SMALL, number);
        if (right > clockWidth + numberWidth + RIGHT) {
            pen.text(right - clockWidth, baseline, clock, Face.SMALL, Ink.TEXT_MUTED);
            pen.text(right - clockWidth - RIGHT - numberWidth, baseline, number, Face.SMALL, Ink.TEXT_MUTED);
        } else {
            pen.text(right - numberWidth, baseline, number, Face.SMALL, Ink.TEXT_MUTED);
        }
    }
}
