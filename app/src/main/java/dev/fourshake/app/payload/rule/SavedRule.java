package dev.fourshake.app.payload.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.topic.TopicFilter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A rule as it stands in the file; what is not said is null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SavedRule(String topicFilter, String format, String descriptor, String messageType) {

    static SavedRule of(PayloadRule rule) {
        return new SavedRule(rule.filter().text(), rule.format(),
                rule.schema().descriptor().map(Path::toString).orElse(null), rule.schema().messageType().orElse(null));
    }

    /** Empty if it has no filter or no format. */
    Optional<PayloadRule> rule() {
        if (topicFilter == null || topicFilter.isEmpty() || format == null) {
            return Optional.empty();
        }
        return Optional.of(new PayloadRule(TopicFilter.of(topicFilter), format,
                new Schema(path(descriptor), Optional.ofNullable(messageType))));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.ofNullable(text).map(Path::of);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
