package dev.fourshake.ui.filter;

import dev.fourshake.ui.workbench.Texts;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be written in a filter, on one small sheet.
 *
 * @param prompt stands where nothing is typed yet
 */
public record FilterSheet(String prompt, List<Line> lines) {

    /** An example and what it means. */
    public record Line(String example, String meaning) {
    }

    public FilterSheet {
        lines = List.copyOf(lines);
    }

    /** Of a bundle with {@code sheet.prompt}, and {@code sheet.1} and {@code sheet.1.meaning} and so on. */
    public static FilterSheet of(Texts texts) {
        return new FilterSheet(texts.get("sheet.prompt"), IntStream.iterate(1, i -> i + 1).mapToObj(i -> "sheet." + i)
                .takeWhile(texts.bundle()::containsKey)
                .map(key -> new Line(texts.get(key), texts.get(key + ".meaning"))).toList());
    }
}
