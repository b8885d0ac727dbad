package dev.fourshake.ui.view.sessions;

import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.session.Session;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.ui.filter.PlainSubject;
import java.util.stream.Collectors;

/** A session as a filter sees it: a client, and what it has subscribed to for a topic. */
final class SessionSubject extends PlainSubject {

    private final Session session;

    SessionSubject(Session session) {
        this.session = session;
    }

    @Override
    public String clientId() {
        return session.clientId();
    }

    @Override
    public ProtocolVersion version() {
        return session.version();
    }

    @Override
    public int link() {
        return session.links().isEmpty() ? -1 : session.links().getLast();
    }

    @Override
    public String topic() {
        return session.subscriptions().stream().map(TopicSubscription::topicFilter).collect(Collectors.joining(" "));
    }
}
