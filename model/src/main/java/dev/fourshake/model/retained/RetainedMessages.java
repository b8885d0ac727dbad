package dev.fourshake.model.retained;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last retained message of each topic, as far as the wire shows it. A client's message counts from the moment
 * the broker took it over: at once at QoS 0, with PUBACK or PUBREC else. Writer's thread only.
 */
public final class RetainedMessages {

    private record Known(RetainedMessage message, long content) {
    }

    private final Map<String, Known> byTopic = new LinkedHashMap<>();
    private List<RetainedMessage> view = List.of();
    private boolean changed;

    /** A PUBLISH with RETAIN 1. The same message shown once more by the broker changes nothing. */
    public void seen(String topic, RetainedPublish publish, boolean fromBroker) {
        Known known = byTopic.get(topic);
        if (known != null && (known.message().row() == publish.row()
                || fromBroker && known.content() == publish.content())) {
            return;
        }
        RetainedMessage message = new RetainedMessage(topic, publish.row(), publish.timeNanos(), publish.qos(),
                publish.payloadLength(), publish.expirySeconds(), fromBroker, publish.payloadLength() == 0);
        byTopic.put(topic, new Known(message, publish.content()));
        changed = true;
    }

    /** All topics in the order of first appearance; the same list until something changes. */
    public List<RetainedMessage> view() {
        if (changed) {
            view = byTopic.values().stream().map(Known::message).toList();
            changed = false;
        }
        return view;
    }
}
