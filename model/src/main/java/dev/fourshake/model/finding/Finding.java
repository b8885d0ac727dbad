package dev.fourshake.model.finding;

import dev.fourshake.model.text.Message;
import java.util.List;

/**
 * A rule that the traffic broke, or advice.
 *
 * @param rule   identifier of the specification's statement, or an own {@code FS-…}
 * @param link   on which it was seen
 * @param rows   of the trace that prove it; the last is the one that gave it away
 * @param message what happened, in a sentence
 * @param advice  what to do about it, in a sentence
 */
public record Finding(String rule, Severity severity, int link, List<Integer> rows, Message message, Message advice) {

    public Finding {
        rows = List.copyOf(rows);
    }
}
