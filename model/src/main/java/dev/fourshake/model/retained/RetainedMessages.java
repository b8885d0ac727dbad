package dev.fourshake.model.retained;

import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last retained message of each topic, as far as the wire shows it. A client's message counts from the moment
 * the broker took it over: at once at QoS 0, with PUBACK or PUBREC else. Writer's thread only.
 */
public final class RetainedMessages {

    private static final long NO_EXPIRY = -1;

    private record Known(RetainedMessage message, Publish publish) {
    }

    private final Map<String, Known> byTopic = new LinkedHashMap<>();
    private List<RetainedMessage> view = List.of();
    private boolean changed;
    private long revision;

    /** A PUBLISH with RETAIN 1. The same message shown once more by the broker changes nothing. */
    public void seen(String topic, int row, long timeNanos, Publish publish, boolean fromBroker) {
        Known known = byTopic.get(topic);
        if (known != null && (known.message().row() == row
                || fromBroker && known.publish().payload().equals(publish.payload()))) {
            return;
        }
        RetainedMessage message = new RetainedMessage(topic, row, timeNanos, publish.qos(), publish.payload().length(),
                publish.properties().number(PropertyId.MESSAGE_EXPIRY_INTERVAL).orElse(NO_EXPIRY), fromBroker,
                publish.payload().isEmpty());
        byTopic.put(topic, new Known(message, publish));
        changed = true;
    }

    /** All topics in the order of first appearance; the same list until something changes. */
    public List<RetainedMessage> view() {
        if (changed) {
            view = byTopic.values().stream().map(Known::message).toList();
            revision++;
            changed = false;
        }
        return view;
    }

    /** Grows with each {@link #view} that differs from the one before. */
    public long revision() {
        return revision;
    }
}
