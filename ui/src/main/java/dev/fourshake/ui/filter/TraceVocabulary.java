package dev.fourshake.ui.filter;

import dev.fourshake.model.filter.Field;
import dev.fourshake.model.filter.Vocabulary;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.trace.TraceSnapshot;
import java.util.List;

/** What the shown trace has, to be proposed. */
record TraceVocabulary(TraceSnapshot trace) implements Vocabulary {

    /** More are not looked through while somebody types. */
    private static final int MOST = 2_000;

    @Override
    public List<String> of(String field) {
        return field.equals(Field.CLIENT.code()) ? clients() : field.equals(Field.TOPIC.code()) ? topics()
                : field.equals(Field.FINDING.code()) ? rules() : List.of();
    }

    private List<String> clients() {
        return trace.sessions().stream().limit(MOST).map(Session::clientId).filter(id -> !id.isEmpty()).distinct()
                .sorted().toList();
    }

    private List<String> topics() {
        return trace.topics().stream().limit(MOST).filter(topic -> !topic.isEmpty()).sorted().toList();
    }

    private List<String> rules() {
        return trace.findings().stream().limit(MOST).map(Finding::rule).distinct().sorted().toList();
    }
}
