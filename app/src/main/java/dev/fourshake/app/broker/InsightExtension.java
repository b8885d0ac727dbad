package dev.fourshake.app.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.client.parameter.Listener;
import com.hivemq.extension.sdk.api.client.parameter.ServerInformation;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import com.hivemq.extension.sdk.api.services.publish.RetainedMessageStore;
import com.hivemq.extension.sdk.api.services.session.ClientService;
import com.hivemq.extension.sdk.api.services.session.SessionInformation;
import com.hivemq.extension.sdk.api.services.subscription.SubscriptionStore;
import com.hivemq.extension.sdk.api.services.subscription.TopicSubscription;
import dev.fourshake.app.broker.BrokerInsight.Client;
import dev.fourshake.app.broker.BrokerInsight.Retained;
import dev.fourshake.app.broker.BrokerInsight.Subscription;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Our foot in HiveMQ's door: its public extension SDK, read-only. Any thread. */
final class InsightExtension implements ExtensionMain {

    private volatile ServerInformation server;
    private volatile ClientService clients;
    private volatile SubscriptionStore subscriptions;
    private volatile RetainedMessageStore retainedMessages;

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        server = input.getServerInformation();
        // Services is static: these are this broker's only as long as no other one starts.
        clients = Services.clientService();
        subscriptions = Services.subscriptionStore();
        retainedMessages = Services.retainedMessageStore();
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        // Nothing of ours runs in the broker.
    }

    /** The listeners with their real ports; none if the extension was not started. */
    Set<Listener> listeners() {
        return server == null ? Set.of() : server.getListener();
    }

    CompletableFuture<BrokerInsight> insight() {
        Queue<SessionInformation> sessions = new ConcurrentLinkedQueue<>();
        Map<String, Set<TopicSubscription>> filters = new ConcurrentHashMap<>();
        Queue<Retained> retained = new ConcurrentLinkedQueue<>();
        return CompletableFuture.allOf(
                        clients.iterateAllClients((_, session) -> sessions.add(session)),
                        subscriptions.iterateAllSubscriptions(
                                (_, result) -> filters.put(result.getClientId(), result.getSubscriptions())),
                        retainedMessages.iterateAllRetainedMessages((_, message) -> retained.add(retained(message))))
                .thenApply(_ -> new BrokerInsight(clients(sessions, filters), sorted(retained)));
    }

    private static List<Client> clients(Collection<SessionInformation> sessions,
                                        Map<String, Set<TopicSubscription>> filters) {
        return sessions.stream()
                .map(session -> new Client(session.getClientIdentifier(), session.isConnected(),
                        session.getSessionExpiryInterval(),
                        subscriptions(filters.getOrDefault(session.getClientIdentifier(), Set.of()))))
                .sorted(Comparator.comparing(Client::clientId))
                .toList();
    }

    private static List<Subscription> subscriptions(Set<TopicSubscription> subscriptions) {
        return subscriptions.stream()
                .map(subscription -> new Subscription(subscription.getTopicFilter(),
                        Qos.ofLevel(subscription.getQos().getQosNumber()), subscription.getNoLocal(),
                        subscription.getRetainAsPublished(),
                        subscription.getSubscriptionIdentifier().map(OptionalInt::of).orElse(OptionalInt.empty())))
                .sorted(Comparator.comparing(Subscription::topicFilter))
                .toList();
    }

    private static List<Retained> sorted(Collection<Retained> retained) {
        List<Retained> sorted = new ArrayList<>(retained);
        sorted.sort(Comparator.comparing(Retained::topic));
        return List.copyOf(sorted);
    }

    private static Retained retained(Publish message) {
        ByteBuffer payload = message.getPayload().orElse(ByteBuffer.allocate(0));
        byte[] copy = new byte[payload.remaining()];
        payload.get(copy);
        return new Retained(message.getTopic(), Qos.ofLevel(message.getQos().getQosNumber()), Bytes.of(copy));
    }
}
