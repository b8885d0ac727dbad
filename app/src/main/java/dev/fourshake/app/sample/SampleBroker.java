package dev.fourshake.app.sample;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Passes messages on, some time after it got them. Each topic belongs to one Topic Filter, that with {@code +} for its
 * second level.
 */
final class SampleBroker {

    /** What a message takes. */
    private static final int TRANSIT_MICROS = 30_000;

    /** @param identifier Subscription Identifier, 0 for none */
    private record Subscription(SampleFlow flow, ProtocolVersion version, Qos qos, int identifier) {
    }

    private final Timeline timeline;
    private final Map<String, List<Subscription>> subscriptions = new HashMap<>();
    private final Map<String, Map<String, Publish>> retained = new HashMap<>();

    SampleBroker(Timeline timeline) {
        this.timeline = timeline;
    }

    private static String filter(String topic) {
        int first = topic.indexOf('/');
        return topic.substring(0, first) + "/+" + topic.substring(topic.indexOf('/', first + 1));
    }

    void subscribe(String filter, SampleFlow flow, ProtocolVersion version, Qos qos, int identifier) {
        unsubscribe(filter, flow);
        subscriptions.computeIfAbsent(filter, _ -> new ArrayList<>())
                .add(new Subscription(flow, version, qos, identifier));
    }

    void unsubscribe(String filter, SampleFlow flow) {
        subscriptions.getOrDefault(filter, new ArrayList<>()).removeIf(each -> each.flow() == flow);
    }

    /** Sends what is retained to one who has just subscribed. */
    void sendRetained(String filter, SampleFlow flow) throws IOException {
        Collection<Publish> kept = retained.getOrDefault(filter, Map.of()).values();
        for (Subscription to : List.copyOf(subscriptions.getOrDefault(filter, List.of()))) {
            if (to.flow() == flow) {
                for (Publish publish : kept) {
                    flow.publish(passedOn(publish, to, true));
                }
            }
        }
    }

    /** A client's message, or a Will. */
    void published(Publish publish) throws IOException {
        String filter = filter(publish.topicName());
        if (publish.retain()) {
            retained.computeIfAbsent(filter, _ -> new LinkedHashMap<>()).put(publish.topicName(), publish);
        }
        List<Subscription> now = subscriptions.getOrDefault(filter, List.of());
        if (!now.isEmpty()) {
            List<Subscription> meant = List.copyOf(now);
            timeline.in(TRANSIT_MICROS, () -> passOn(publish, meant, subscriptions.get(filter)));
        }
    }

    private static void passOn(Publish publish, List<Subscription> meant, List<Subscription> still) throws IOException {
        for (Subscription to : meant) {
            if (still.stream().anyMatch(each -> each == to)) {
                to.flow().publish(passedOn(publish, to, false));
            }
        }
    }

    private static Publish passedOn(Publish publish, Subscription to, boolean retain) {
        Properties properties = Properties.NONE;
        if (to.version().isMqtt5()) {
            List<Property> entries = new ArrayList<>(publish.properties().entries());
            if (to.identifier() > 0) {
                entries.add(Property.number(PropertyId.SUBSCRIPTION_IDENTIFIER, to.identifier()));
            }
            properties = new Properties(entries);
        }
        return new Publish(false, Qos.ofLevel(Math.min(publish.qos().level(), to.qos().level())), retain,
                publish.topicName(), 0, properties, publish.payload());
    }
}
