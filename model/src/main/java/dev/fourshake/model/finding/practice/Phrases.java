package dev.fourshake.model.finding.practice;

import dev.fourshake.model.finding.Observation;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Frame;

/** Sentences of the rules: the bundle {@code messages} of this package; and what they have in common. */
final class Phrases {

    private Phrases() {
    }

    /** What happened, or with {@code .advice} behind the key: what to do about it. */
    static Message say(String key, Object... arguments) {
        return Message.of(Phrases.class, key, arguments);
    }

    /** Whether a peer sent the packet, and not the tap in its place. */
    static boolean isOfPeer(Observation seen) {
        return seen.event() instanceof Frame frame && switch (frame.fate()) {
            case PASSED, HELD, DROPPED -> true;
            case DUPLICATED, INJECTED -> false;
        };
    }
}
