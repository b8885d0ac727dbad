package dev.fourshake.app.drill.result;

import dev.fourshake.model.text.Message;
import java.util.List;

/**
 * Something that somebody did wrong in a case.
 *
 * @param rule    identifier of the specification's statement; empty where the count of deliveries tells it
 * @param rows    of the case's trace that prove it; none where an application's count does
 * @param message what happened, in a sentence
 */
public record Breach(Culprit by, String rule, List<Integer> rows, Message message) {

    public Breach {
        rows = List.copyOf(rows);
    }
}
