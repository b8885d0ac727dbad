package dev.fourshake.app.drill.result;

import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;

/** What has become of a message. */
public enum Result {
    /** It was delivered once. */
    EXACTLY_ONCE,
    /** It was delivered more than once, as QoS 1 allows. */
    AT_LEAST_ONCE,
    /** It was not delivered, and nobody will. */
    LOST,
    /** It was delivered more than once, at QoS 2. */
    DUPLICATED,
    /** The handshake has not come to its end. */
    STUCK,
    /** The case proves nothing, for the reason that the verdict gives. */
    INCONCLUSIVE;

    /** Whether this is what the QoS promises; of a case that proves nothing, that it does not prove the contrary. */
    public boolean keepsPromise(Qos qos) {
        return switch (this) {
            case EXACTLY_ONCE, INCONCLUSIVE -> true;
            case AT_LEAST_ONCE -> qos == Qos.AT_LEAST_ONCE;
            case LOST, DUPLICATED, STUCK -> false;
        };
    }

    /** A short name in the user's language. */
    public Message title() {
        return Message.of(Result.class, "Result." + name());
    }
}
