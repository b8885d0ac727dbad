package dev.fourshake.app.client;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.wire.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.ScheduledExecutorPingSender;
import org.eclipse.paho.client.mqttv3.internal.ClientState;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Paho's v3 client, for MQTT 3.1 and 3.1.1. One Paho client for all connections: the session's state is in it. */
final class PahoV3 implements Paho {

    /** mosquitto 2.0 acknowledges what goes beyond 20 of QoS 2 in flight, and never delivers it. */
    private static final int MAX_INFLIGHT = 20;

    private static final HiddenField CLEAN_SESSION = HiddenField.of(ClientState.class, "cleanSession");
    private static final HiddenField PENDING_FLOWS = HiddenField.of(ClientState.class, "pendingFlows");

    private final Client client;

    PahoV3(String clientId, ScheduledExecutorService threads, Events events) {
        try {
            client = new Client(clientId, threads);
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
        client.setCallback(new Callback(events));
    }

    @Override
    public void connect(ConnectOptions options, ClientSocket socket, Outcome<Void> outcome) {
        // An acknowledgement may come to it from the application after the connection has ended. It would end Paho's
        // sender as soon as that begins, while its starter still waits to see it run, for ever.
        ((List<?>) PENDING_FLOWS.get(client.state())).clear();
        PahoError.refusal(() -> client.connect(paho(options, socket), null, listener(outcome, _ -> null)))
                .ifPresent(outcome::failed);
    }

    private static MqttConnectOptions paho(ConnectOptions options, ClientSocket socket) {
        var paho = new MqttConnectOptions();
        paho.setAutomaticReconnect(false);
        paho.setMqttVersion(options.version().level());
        paho.setSocketFactory(new SocketCarrier(socket));
        paho.setCleanSession(options.cleanStart());
        paho.setKeepAliveInterval(options.keepAlive());
        paho.setMaxInflight(MAX_INFLIGHT);
        options.userName().ifPresent(paho::setUserName);
        options.password().map(password -> password.utf8().toCharArray()).ifPresent(paho::setPassword);
        options.will().ifPresent(will ->
                paho.setWill(will.topic(), will.payload().toArray(), will.qos().level(), will.retain()));
        return paho;
    }

    @Override
    public void correct(ConnectOptions options, Connack connack) {
        // It has read all of the two bytes.
    }

    /** Paho resends what it has to a broker that has told it that there is no session. */
    @Override
    public void keepSession(boolean keep) {
        CLEAN_SESSION.set(client.state(), !keep);
    }

    @Override
    public Optional<PahoError> publish(PublishOptions message, byte[] payload, Outcome<List<Integer>> outcome) {
        var paho = new MqttMessage(payload);
        paho.setQos(message.qos().level());
        paho.setRetained(message.retain());
        return PahoError.refusal(() -> client.publish(message.topic(), paho, null, listener(outcome, _ -> List.of())));
    }

    @Override
    public Optional<PahoError> subscribe(SubscribeOptions options, Outcome<List<Integer>> outcome) {
        List<TopicSubscription> subscriptions = options.subscriptions();
        String[] filters = subscriptions.stream().map(TopicSubscription::topicFilter).toArray(String[]::new);
        int[] qos = subscriptions.stream().mapToInt(subscription -> subscription.maximumQos().level()).toArray();
        return PahoError.refusal(() -> client.subscribe(filters, qos, null,
                listener(outcome, token -> Arrays.stream(token.getGrantedQos()).boxed().toList())));
    }

    @Override
    public Optional<PahoError> unsubscribe(List<String> topicFilters, Outcome<List<Integer>> outcome) {
        return PahoError.refusal(() -> client.unsubscribe(topicFilters.toArray(String[]::new), null,
                listener(outcome, _ -> List.of())));
    }

    @Override
    public void disconnect(int reasonCode, Properties properties, long patienceMillis, Outcome<Void> outcome) {
        PahoError.refusal(() -> client.disconnect(patienceMillis, null, listener(outcome, _ -> null)))
                .ifPresent(outcome::failed);
    }

    @Override
    public boolean isConnected() {
        return client.isConnected();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (MqttException _) {
            // Its threads end with their executor.
        }
    }

    private static <T> IMqttActionListener listener(Outcome<T> outcome, Function<IMqttToken, T> result) {
        return new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                outcome.done(result.apply(token));
            }

            @Override
            public void onFailure(IMqttToken token, Throwable failure) {
                outcome.failed(PahoError.of(failure));
            }
        };
    }

    /** Opens what Paho leaves to subclasses. */
    private static final class Client extends MqttAsyncClient {

        private Client(String clientId, ScheduledExecutorService threads) throws MqttException {
            super(SocketCarrier.URI, clientId, new MemoryPersistence(), new ScheduledExecutorPingSender(threads),
                    threads);
        }

        private ClientState state() {
            return comms.getClientState();
        }
    }

    private record Callback(Events events) implements MqttCallback {

        @Override
        public void connectionLost(Throwable failure) {
            events.lost(PahoError.of(failure));
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            events.arrived(new ReceivedMessage(topic, Bytes.of(message.getPayload()), Qos.ofLevel(message.getQos()),
                    message.isRetained(), message.isDuplicate(), message.getId(), Properties.NONE));
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Each publish has its own outcome.
        }
    }
}
