package dev.fourshake.app.workspace;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.client.PublishResult;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.TopicSubscription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An MQTT client of our own, connected through a tap like any device, so that there is one way to see its traffic.
 * Keeps what the window shows of it: its state, its subscriptions, the messages that the application got. Any thread.
 */
public final class OwnClient implements AutoCloseable {

    /** Messages that are kept for the window; older ones are counted only. */
    public static final int KEPT_MESSAGES = 1_000;

    /** Where the client stands. */
    public enum State { CONNECTING, CONNECTED, DISCONNECTED }

    /**
     * A subscription that was asked for.
     *
     * @param code of SUBACK: the granted QoS, or 0x80 and above for a refusal
     */
    public record Subscribed(TopicSubscription asked, int code) {

        public boolean isRefused() {
            return code >= 0x80;
        }
    }

    /**
     * A message as the application got it.
     *
     * @param number from 1, in the order of arrival
     */
    public record Arrival(long number, ReceivedMessage message) {
    }

    private final LiveTap tap;
    private final DeviceClient client;
    private final Runnable changed;

    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private final Map<String, Subscribed> subscriptions = new LinkedHashMap<>();
    private long arrived;
    private State state = State.DISCONNECTED;
    private ClientFailure problem;

    OwnClient(LiveTap tap, ConnectOptions options, Runnable changed) {
        this.tap = tap;
        this.changed = changed;
        client = DeviceClient.of(options, new ClientListener() {
            @Override
            public void messageArrived(ReceivedMessage message) {
                arrive(message);
            }

            @Override
            public void connectionLost(ClientFailure reason) {
                become(State.DISCONNECTED, reason);
            }
        });
    }

    /** The tap that it connects through. */
    public LiveTap tap() {
        return tap;
    }

    public ConnectOptions options() {
        return client.options();
    }

    public synchronized State state() {
        return state;
    }

    /** Why it is not connected, if it is not by the user's wish. */
    public synchronized Optional<ClientFailure> problem() {
        return Optional.ofNullable(problem);
    }

    /** The last messages, oldest first. */
    public synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** In the order in which they were asked for. */
    public synchronized List<Subscribed> subscriptions() {
        return new ArrayList<>(subscriptions.values());
    }

    /** Connects, with the options of the last time or other ones. */
    public CompletableFuture<Connack> connect(ConnectOptions options) {
        become(State.CONNECTING, null);
        return client.connect(options).whenComplete((connack, failure) -> {
            if (failure == null) {
                if (!connack.sessionPresent()) {
                    forgetSubscriptions();
                }
                connected();
            } else {
                become(State.DISCONNECTED, ClientFailure.in(failure));
            }
        });
    }

    /** As {@link DeviceClient#publish}. */
    public CompletableFuture<PublishResult> publish(PublishOptions message) {
        return client.publish(message);
    }

    /** As {@link DeviceClient#subscribe}; what was granted stands in {@link #subscriptions} then. */
    public CompletableFuture<List<Integer>> subscribe(SubscribeOptions options) {
        return client.subscribe(options).whenComplete((codes, _) -> {
            if (codes != null) {
                remember(options.subscriptions(), codes);
            }
        });
    }

    /** As {@link DeviceClient#unsubscribe}. */
    public CompletableFuture<List<Integer>> unsubscribe(List<String> topicFilters) {
        return client.unsubscribe(topicFilters).whenComplete((_, failure) -> {
            if (failure == null) {
                forget(topicFilters);
            }
        });
    }

    /** Ends the connection with DISCONNECT. */
    public CompletableFuture<Void> disconnect() {
        return client.disconnect().whenComplete((_, _) -> become(State.DISCONNECTED, null));
    }

    /** Drops the connection without DISCONNECT, as a cut cable does. */
    public CompletableFuture<Void> abort() {
        return client.abort().whenComplete((_, _) -> become(State.DISCONNECTED, null));
    }

    /** May take two seconds. */
    @Override
    public void close() {
        client.close();
        become(State.DISCONNECTED, null);
    }

    private void arrive(ReceivedMessage message) {
        synchronized (this) {
            arrivals.add(new Arrival(++arrived, message));
            if (arrivals.size() > KEPT_MESSAGES) {
                arrivals.removeFirst();
            }
        }
        changed.run();
    }

    /** That the connection is lost again may have been heard before: then it stays so. */
    private void connected() {
        synchronized (this) {
            if (client.isConnected()) {
                state = State.CONNECTED;
                problem = null;
            }
        }
        changed.run();
    }

    private void become(State next, ClientFailure reason) {
        synchronized (this) {
            state = next;
            problem = reason;
        }
        changed.run();
    }

    private void remember(List<TopicSubscription> asked, List<Integer> codes) {
        synchronized (this) {
            for (int i = 0; i < Math.min(asked.size(), codes.size()); i++) {
                subscriptions.put(asked.get(i).topicFilter(), new Subscribed(asked.get(i), codes.get(i)));
            }
        }
        changed.run();
    }

    private void forget(List<String> topicFilters) {
        synchronized (this) {
            topicFilters.forEach(subscriptions::remove);
        }
        changed.run();
    }

    private synchronized void forgetSubscriptions() {
        subscriptions.clear();
    }
}
