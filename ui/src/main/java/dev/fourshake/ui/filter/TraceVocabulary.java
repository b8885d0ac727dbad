package dev.fourshake.ui.filter;

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
    public List<String> clients() {
        return trace.sessions().stream().limit(MOST).map(Session::clientId).filter(id -> !id.isEmpty()).distinct()
                .sorted().toList();
    }

    @Override
    public List<String> topics() {
        return trace.topics().stream().limit(MOST).filter(topic -> !topic.isEmpty()).sorted().toList();
    }

    @Override
    public List<String> rules() {
        return trace.findings().stream().limit(MOST).map(Finding::rule).distinct().sorted().toList();
    }
}
