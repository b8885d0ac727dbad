package dev.fourshake.app.drill;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.PayloadSource;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The other end of the message, to which nothing happens: its subscriber where the device publishes it, its publisher
 * where the device subscribes. It speaks MQTT 3.1.1, in which Paho is known to be right, with a session that ends with
 * it.
 */
final class Counterpart implements AutoCloseable {

    private final DeviceClient client;
    private final String clientId;
    private final Duration patience;
    private final List<ReceivedMessage> received = new CopyOnWriteArrayList<>();

    private Counterpart(BrokerAddress address, String clientId, Credentials credentials, Duration patience) {
        this.clientId = clientId;
        this.patience = patience;
        ConnectOptions options = credentials
                .applyTo(ConnectOptions.to(address, ProtocolVersion.MQTT_3_1_1, clientId).timeout(patience)).build();
        client = DeviceClient.of(options, new ClientListener() {
            @Override
            public void messageArrived(ReceivedMessage message) {
                received.add(message);
            }
        });
    }

    /** One that is connected. */
    static Counterpart connect(BrokerAddress address, String clientId, Credentials credentials, Duration patience)
            throws ClientFailure {
        Counterpart counterpart = new Counterpart(address, clientId, credentials, patience);
        counterpart.await(counterpart.client.connect());
        return counterpart;
    }

    /** From now on it gets what is published there. */
    void subscribe(String topicFilter) throws ClientFailure {
        // Unlike CONNECT, which has a time of its own, it would be waited for until the keep-alive ends.
        await(client.subscribe(SubscribeOptions.of(topicFilter, Qos.EXACTLY_ONCE))
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void await(CompletableFuture<?> answer) throws ClientFailure {
        try {
            answer.join();
        } catch (CompletionException failure) {
            close();
            throw ClientFailure.in(failure);
        }
    }

    void publish(String topic, Bytes payload, Qos qos) {
        client.publish(PublishOptions.of(topic, new PayloadSource.Hex(payload.hex()), qos));
    }

    boolean isConnected() {
        return client.isConnected();
    }

    String clientId() {
        return clientId;
    }

    int received(Bytes payload) {
        return (int) received.stream().filter(message -> message.payload().equals(payload)).count();
    }

    @Override
    public void close() {
        client.close();
    }
}
