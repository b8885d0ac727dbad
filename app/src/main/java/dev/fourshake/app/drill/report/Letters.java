package dev.fourshake.app.drill.report;

import java.util.Optional;

/**
 * Outlines of letters that a document's own font lacks, from the fonts of this machine. Found by
 * {@link java.util.ServiceLoader}: whoever has fonts offers them. Any thread.
 */
@FunctionalInterface
public interface Letters {

    /** Has none. */
    Letters NONE = _ -> Optional.empty();

    /**
     * A letter, in thousandths of an em, with the axes to the right and up from where it begins on its line.
     *
     * @param box  left, bottom, right and top of what is drawn
     * @param path in the operators of PDF ({@code m}, {@code l}, {@code c}, {@code h}), to be filled with its winding
     *             number not zero
     */
    record Outline(double width, double[] box, String path) {
    }

    /** Empty where no font of this machine has it. */
    Optional<Outline> outline(int codePoint);
}
