package dev.fourshake.app.client;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.internal.ClientState;
import org.eclipse.paho.mqttv5.client.internal.MqttConnectionState;
import org.eclipse.paho.mqttv5.client.internal.MqttState;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Paho's mqttv5 client, for MQTT 5. One Paho client for all connections: the session's state is in it. */
final class PahoV5 implements Paho {

    private static final int LARGEST_RECEIVE_MAXIMUM = 65_535;
    private static final long LARGEST_PACKET = 268_435_460;
    private static final HiddenField CONNECTION_STATE = HiddenField.of(MqttAsyncClient.class, "mqttConnection");
    private static final HiddenField CLEAN_START = HiddenField.of(ClientState.class, "cleanStart");
    private static final HiddenField PENDING_FLOWS = HiddenField.of(ClientState.class, "pendingFlows");

    private final Client client;

    PahoV5(String clientId, ScheduledExecutorService threads, Events events) {
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

    private static MqttConnectionOptions paho(ConnectOptions options, ClientSocket socket) {
        var paho = new MqttConnectionOptions();
        paho.setAutomaticReconnect(false);
        paho.setSocketFactory(new SocketCarrier(socket));
        paho.setCleanStart(options.cleanStart());
        paho.setKeepAliveInterval(options.keepAlive());
        Properties properties = options.properties();
        PahoProperties.number(properties, PropertyId.SESSION_EXPIRY_INTERVAL, paho::setSessionExpiryInterval);
        PahoProperties.number(properties, PropertyId.RECEIVE_MAXIMUM,
                value -> paho.setReceiveMaximum(value.intValue()));
        PahoProperties.number(properties, PropertyId.MAXIMUM_PACKET_SIZE, paho::setMaximumPacketSize);
        PahoProperties.number(properties, PropertyId.REQUEST_RESPONSE_INFORMATION,
                value -> paho.setRequestResponseInfo(value == 1));
        PahoProperties.number(properties, PropertyId.REQUEST_PROBLEM_INFORMATION,
                value -> paho.setRequestProblemInfo(value == 1));
        paho.setUserProperties(PahoProperties.userProperties(properties));
        options.userName().ifPresent(paho::setUserName);
        options.password().map(Bytes::toArray).ifPresent(paho::setPassword);
        options.will().ifPresent(will -> setWill(paho, will));
        return paho;
    }

    private static void setWill(MqttConnectionOptions paho, Will will) {
        paho.setWill(will.topic(), new MqttMessage(will.payload().toArray(), will.qos().level(), will.retain(), null));
        paho.setWillMessageProperties(PahoProperties.toPaho(will.properties()));
    }

    /**
     * Paho's own view of CONNACK is private, and wrong in four ways: it uses topic aliases as soon as the broker
     * allows them, and after a reconnect resends messages without their topic, for ever; it takes a Receive Maximum
     * above 32,767 for a negative number, and then sends nothing; it confuses the two Maximum Packet Sizes; and it
     * keeps what the last connection's CONNACK said where this one's says nothing.
     */
    @Override
    public void correct(ConnectOptions options, Connack connack) {
        MqttConnectionState state = (MqttConnectionState) CONNECTION_STATE.get(client);
        Properties granted = connack.properties();
        state.setOutgoingTopicAliasMaximum(0);
        state.setReceiveMaximum((int) granted.number(PropertyId.RECEIVE_MAXIMUM).orElse(LARGEST_RECEIVE_MAXIMUM));
        state.setMaximumQoS((int) granted.number(PropertyId.MAXIMUM_QOS).orElse(2));
        state.setRetainAvailable(granted.number(PropertyId.RETAIN_AVAILABLE).orElse(1) == 1);
        // Paho asks for the incoming one when it sends and for the outgoing one when it reads.
        state.setIncomingMaximumPacketSize(granted.number(PropertyId.MAXIMUM_PACKET_SIZE).orElse(LARGEST_PACKET));
        state.setOutgoingMaximumPacketSize(
                options.properties().number(PropertyId.MAXIMUM_PACKET_SIZE).orElse(LARGEST_PACKET));
    }

    /**
     * Paho has one flag for two things: whether this CONNACK begins a new session, and whether the session ends with
     * the connection. It takes Clean Start for both, which is right for neither.
     */
    @Override
    public void keepSession(boolean keep) {
        CLEAN_START.set(client.state(), !keep);
    }

    @Override
    public Optional<PahoError> publish(PublishOptions message, byte[] payload, Outcome<List<Integer>> outcome) {
        var paho = new MqttMessage(payload, message.qos().level(), message.retain(),
                PahoProperties.toPaho(message.properties()));
        return PahoError.refusal(() ->
                client.publish(message.topic(), paho, null, listener(outcome, PahoV5::reasonCodes)));
    }

    @Override
    public Optional<PahoError> subscribe(SubscribeOptions options, Outcome<List<Integer>> outcome) {
        MqttSubscription[] subscriptions = options.subscriptions().stream().map(subscription -> {
            var paho = new MqttSubscription(subscription.topicFilter(), subscription.maximumQos().level());
            paho.setNoLocal(subscription.noLocal());
            paho.setRetainAsPublished(subscription.retainAsPublished());
            paho.setRetainHandling(subscription.retainHandling());
            return paho;
        }).toArray(MqttSubscription[]::new);
        return PahoError.refusal(() -> client.subscribe(subscriptions, null, listener(outcome, PahoV5::reasonCodes),
                PahoProperties.toPaho(options.properties())));
    }

    @Override
    public Optional<PahoError> unsubscribe(List<String> topicFilters, Outcome<List<Integer>> outcome) {
        return PahoError.refusal(() -> client.unsubscribe(topicFilters.toArray(String[]::new), null,
                listener(outcome, PahoV5::reasonCodes), new MqttProperties()));
    }

    @Override
    public void disconnect(int reasonCode, Properties properties, long patienceMillis, Outcome<Void> outcome) {
        PahoError.refusal(() -> client.disconnect(patienceMillis, null, listener(outcome, _ -> null), reasonCode,
                PahoProperties.toPaho(properties)))
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

    private static List<Integer> reasonCodes(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes == null ? List.of() : Arrays.stream(codes).boxed().toList();
    }

    private static <T> MqttActionListener listener(Outcome<T> outcome, Function<IMqttToken, T> result) {
        return new MqttActionListener() {
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
            super(SocketCarrier.URI, clientId, new MemoryPersistence(), null, threads);
        }

        private MqttState state() {
            return comms.getClientState();
        }
    }

    private record Callback(Events events) implements MqttCallback {

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            events.lost(response.getException() != null ? PahoError.of(response.getException())
                    : PahoError.disconnect(response.getReturnCode(), Optional.ofNullable(response.getReasonString())));
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            events.arrived(new ReceivedMessage(topic, Bytes.of(message.getPayload()), Qos.ofLevel(message.getQos()),
                    message.isRetained(), message.isDuplicate(), message.getId(),
                    PahoProperties.fromPublish(message.getProperties())));
        }

        @Override
        public void mqttErrorOccurred(MqttException failure) {
            // The connection ends for it, and that is told.
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // Each publish has its own outcome.
        }

        @Override
        public void connectComplete(boolean reconnect, String uri) {
            // Each connect has its own outcome.
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // Enhanced authentication is never asked for.
        }
    }
}
