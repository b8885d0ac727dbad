package dev.fourshake.app.cli;

import dev.fourshake.model.trace.TraceSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * {@code inspect [--json] SOURCE} without further options: what scripts call again and again, and on large files. It is
 * understood here, as to get picocli ready takes longer than to judge a small capture. All other calls of
 * {@code inspect} are those of {@link InspectCommand}, which judges by the same {@link #judge}.
 *
 * @param source as it was typed
 */
record PlainInspect(String source, boolean json) {

    /** What the arguments ask for; empty where it is anything else. */
    static Optional<PlainInspect> of(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty() || !words.getFirst().equals(Fourshake.INSPECT)) {
            return Optional.empty();
        }
        boolean json = words.contains("--json");
        List<String> rest = words.stream().skip(1).filter(word -> !word.equals("--json")).toList();
        boolean plain = rest.size() == 1 && words.size() == (json ? 3 : 2) && isSource(rest.getFirst());
        return plain ? Optional.of(new PlainInspect(rest.getFirst(), json)) : Optional.empty();
    }

    /** Neither an option nor the name of a file with arguments. */
    private static boolean isSource(String word) {
        return !word.startsWith("-") && !word.startsWith("@");
    }

    /** Does it, or says why not; returns the exit status. */
    int run(PrintWriter out, PrintWriter err) {
        try {
            return judge(out, err);
        } catch (CommandFailure failure) {
            return failure.tell(err);
        }
    }

    /**
     * Judges the source, writes what was found, and returns the exit status.
     *
     * @throws CommandFailure if it cannot be read
     */
    int judge(PrintWriter out, PrintWriter err) {
        NamedCapture.Found<TraceSummary> found = new NamedCapture(source).inspect(err::println);
        err.flush();
        return found.problems().exitStatus(new Summary(source, found.read()).print(json, out));
    }
}
