package dev.fourshake.app.client;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Properties;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An MQTT client with one client identifier, MQTT 3.1, 3.1.1 or 5. It may connect many times, one connection at a
 * time: what was not acknowledged when a connection ended goes on over the next one, with DUP or with PUBREL, if the
 * session does. It never reconnects by itself.
 *
 * <p>Any thread. No method but {@link #close()} waits for anything. What is asked for is done in the order in which it
 * was asked, so that a publish may follow a connect at once. A future fails with a {@link ClientFailure}; it completes
 * on a thread of its own, which may block.
 */
public sealed interface DeviceClient extends AutoCloseable permits PahoDeviceClient {

    /**
     * A client that is not connected yet.
     *
     * @param options the first connection's; version and client identifier stay
     */
    static DeviceClient of(ConnectOptions options, ClientListener listener) {
        return new PahoDeviceClient(options, listener);
    }

    /** The options of the last connect, or those that it was made with. */
    ConnectOptions options();

    /** Whether CONNACK has come, and the connection still stands as far as the client knows. */
    boolean isConnected();

    /** Connects with {@link #options()}. */
    default CompletableFuture<Connack> connect() {
        return connect(options());
    }

    /**
     * Connects. The result is the accepting CONNACK as it was on the wire; a refusing one is a failure.
     *
     * <p>If it begins a new session (clean start, or Session Present 0), publishes that still wait for an
     * acknowledgement fail: they belonged to the old one (MQTT-3.2.2-5).
     */
    CompletableFuture<Connack> connect(ConnectOptions options);

    /**
     * Publishes: complete when the handshake is. Beyond the broker's Receive Maximum messages wait for their turn.
     * At QoS 1 and 2, the loss of the connection is no failure if the session outlives it: the future stays open until
     * the handshake ends over a later connection, or the client is closed.
     */
    CompletableFuture<PublishResult> publish(PublishOptions message);

    /** Subscribes: the codes of SUBACK, one a filter; 0x80 and above is a refusal. */
    CompletableFuture<List<Integer>> subscribe(SubscribeOptions options);

    /** Unsubscribes: the codes of UNSUBACK, one a filter; none before MQTT 5. */
    CompletableFuture<List<Integer>> unsubscribe(List<String> topicFilters);

    /** Sends DISCONNECT. Does nothing if not connected. */
    default CompletableFuture<Void> disconnect() {
        return disconnect(0, Properties.NONE);
    }

    /**
     * Sends DISCONNECT. Handshakes that are under way have a second to end before.
     *
     * @param reasonCode of MQTT 5: 0, or 4 to have the will published, …
     * @param properties of MQTT 5: Session Expiry Interval, Reason String, User Property
     */
    CompletableFuture<Void> disconnect(int reasonCode, Properties properties);

    /**
     * Drops the connection, or the attempt to connect, at once and without DISCONNECT, as a cut cable does; what
     * waits to be done is not waited for. Complete when the client could connect again.
     */
    CompletableFuture<Void> abort();

    /**
     * Disconnects if connected, gives up what is unacknowledged, and releases all threads. May take two seconds.
     * Closing again does nothing.
     */
    @Override
    void close();
}
