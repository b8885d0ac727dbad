package dev.fourshake.app.client;

import java.util.List;

/**
 * A publish that ended well: written at QoS 0, acknowledged at QoS 1 (PUBACK), PUBCOMP received at QoS 2.
 *
 * @param reasonCodes those of the acknowledgements, in their order; empty at QoS 0 and before MQTT 5
 */
public record PublishResult(List<Integer> reasonCodes) {

    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;

    public PublishResult {
        reasonCodes = List.copyOf(reasonCodes);
    }

    /** The broker took the message and says that nobody is there to get it. */
    public boolean noMatchingSubscribers() {
        return reasonCodes.contains(NO_MATCHING_SUBSCRIBERS);
    }
}
