package dev.fourshake.app.cli;

import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Mistake;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.text.Message;
import java.time.ZoneId;

/** A filter as the command line gets it. */
final class FilterOption {

    private static final String INDENT = "  ";

    private FilterOption() {
    }

    /** @throws CommandFailure with the text and a mark below the place, if it is no filter */
    static Filter<Subject> parse(String text) {
        return switch (Filter.parse(text, ZoneId.systemDefault())) {
            case Filter.Good(Filter<Subject> filter) -> filter;
            case Filter.Bad(Mistake mistake) -> throw CommandFailure.wrongCall(Message.of(FilterOption.class,
                    "inspect.filter.invalid", mistake.message(), INDENT + text.replace('\n', ' ').replace('\t', ' '),
                    INDENT + " ".repeat(mistake.at()) + "^".repeat(Math.max(1, mistake.length()))));
        };
    }
}
