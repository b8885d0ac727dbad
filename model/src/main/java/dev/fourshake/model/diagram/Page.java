package dev.fourshake.model.diagram;

import java.util.List;

/**
 * What is to be drawn for a few visible rows: immutable, and without a unit of length.
 *
 * @param first  index of its first row
 * @param heads  the lifelines from left to right
 * @param marks  one for each row, in order; rows of hidden lanes are left out
 * @param bars   that reach into the page
 * @param holds  that reach into the page
 * @param pauses before rows of the page
 */
public record Page(int first, int count, List<Head> heads, List<Mark> marks, List<Bar> bars, List<Hold> holds,
                   List<Pause> pauses) {

    public static final Page EMPTY = new Page(0, 0, List.of(), List.of(), List.of(), List.of(), List.of());

    public Page {
        heads = List.copyOf(heads);
        marks = List.copyOf(marks);
        bars = List.copyOf(bars);
        holds = List.copyOf(holds);
        pauses = List.copyOf(pauses);
    }

    /** Index after its last row. */
    public int end() {
        return first + count;
    }

    /** Nothing happened for so long just before the row at {@code index}. */
    public record Pause(int index, long nanos) {
    }
}
