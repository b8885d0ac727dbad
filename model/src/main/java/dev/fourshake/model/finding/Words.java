package dev.fourshake.model.finding;

import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;

/** Sentences of the rules: the bundle {@code messages} of this package. */
public final class Words {

    private Words() {
    }

    /** What happened, or with {@code .advice} behind the key: what to do about it. */
    static Message say(String key, Object... arguments) {
        return Message.of(Words.class, key, arguments);
    }

    /** The side that sent a frame, by name. */
    public static Message sender(Frame frame) {
        return side(frame.direction() == Direction.SERVER_TO_CLIENT);
    }

    /** One of the two sides of a link, by name. */
    public static Message side(boolean broker) {
        return say(broker ? "broker" : "client");
    }

    /** The Client Identifier of the row's link, or words for one that is not known. */
    public static Object client(Observation seen) {
        return client(seen.link());
    }

    /** The Client Identifier of a link, or words for one that is not known. */
    public static Object client(LinkState link) {
        return link.session().map(session -> session.clientId()).filter(id -> !id.isEmpty())
                .<Object>map(id -> id).orElseGet(() -> say("unnamed", link.opened().client()));
    }
}
