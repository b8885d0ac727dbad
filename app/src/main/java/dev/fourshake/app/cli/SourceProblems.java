package dev.fourshake.app.cli;

import dev.fourshake.app.importing.PacketImport;
import dev.fourshake.model.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is wrong with a source, or not shown of it. */
record SourceProblems(List<Message> all) {

    /** A file that is damaged everywhere says the same of each place: so often it is read. */
    private static final int SAID = 10;

    /** Says each in a sentence; of many of a kind the first ones, and how many there are besides. */
    void say(Consumer<String> line) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Message problem : all) {
            if (kinds.merge(problem.bundle() + " " + problem.key(), 1, Integer::sum) <= SAID) {
                line.accept("fourshake: " + problem.text());
            }
        }
        kinds.values().stream().filter(count -> count > SAID)
                .forEach(count -> line.accept("fourshake: " + new Texts().of("source.more", count - SAID)));
    }

    /** Whether the source is not all that it says it is, so that nothing can be said of the rest. */
    boolean isDamaged() {
        return all.stream().anyMatch(problem -> !PacketImport.isNote(problem));
    }

    /**
     * The status of a command that judged what could be read: that something is lost is no less than that it is good.
     */
    int exitStatus(int judged) {
        return judged == ExitStatus.DONE && isDamaged() ? ExitStatus.WRONG_CALL : judged;
    }
}
