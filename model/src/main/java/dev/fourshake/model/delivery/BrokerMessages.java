package dev.fourshake.model.delivery;

import dev.fourshake.model.packet.Publish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one broker has of messages: the last of each topic, what is stored, and Wills. Writer's thread only. */
final class BrokerMessages {

    /** A stored message: the exchange that published it, and its content. */
    record Stored(int exchange, long content, int row, long timeNanos) {
    }

    private int[] last = new int[0];
    private final Map<Integer, Stored> stored = new HashMap<>();
    private final Map<Integer, List<WillMessage>> wills = new HashMap<>();
    private final BitSet willTopics = new BitSet();
    private final List<Subscriber> subscribers = new ArrayList<>();

    /** The last message of a topic, or {@link MessageWindow#NONE}. */
    int last(int topic) {
        return topic < last.length ? last[topic] : MessageWindow.NONE;
    }

    void last(int topic, int message) {
        if (topic >= last.length) {
            int before = last.length;
            last = Arrays.copyOf(last, Math.max(topic + 1, before * 2));
            Arrays.fill(last, before, last.length, MessageWindow.NONE);
        }
        last[topic] = message;
    }

    /** The message that a topic keeps for later subscribers; null where none is known. */
    Stored stored(int topic) {
        return stored.isEmpty() ? null : stored.get(topic);
    }

    /** A message takes the place of the one before; null where the topic has none any more. */
    void store(int topic, Stored message) {
        stored.put(topic, message);
    }

    /** The Wills of a topic, the newest first. */
    List<WillMessage> wills(int topic) {
        return wills.isEmpty() ? List.of() : wills.getOrDefault(topic, List.of());
    }

    /** A session has one Will: a new one takes the place of the one before. */
    void will(WillMessage will) {
        List<WillMessage> ofTopic = wills.computeIfAbsent(will.topic(), _ -> new ArrayList<>(1));
        ofTopic.removeIf(before -> before.session() == will.session());
        ofTopic.addFirst(will);
        willTopics.set(will.topic());
    }

    /** It sends a message: perhaps a Will. */
    void sent(int topic, Publish publish, long timeNanos) {
        if (willTopics.get(topic)) {
            long content = publish.payload().fingerprint();
            for (WillMessage will : wills(topic)) {
                if (will.content() == content) {
                    will.sent(timeNanos);
                }
            }
        }
    }

    /** A session subscribes for the first time. */
    void subscriber(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    /** All sessions that ever subscribed. */
    List<Subscriber> subscribers() {
        return subscribers;
    }
}
