package dev.fourshake.app.demo;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A client that comes back: whatever ends its connection, it connects again after a moment, with the same session, as
 * a device on a shop floor does. All it does, it does on one thread.
 */
final class Reconnecting implements AutoCloseable {

    /** In seconds: long enough to be found again, and short enough not to be left behind. */
    private static final long SESSION_EXPIRY = 3_600;
    /** Who holds a CONNECT in the tap, to look at it, shall find the device still waiting. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final Duration pause;
    private final Consumer<Connack> onConnected;
    private final DeviceClient client;
    private final ScheduledExecutorService thread;

    /**
     * @param pause       between a failure and the next attempt
     * @param onConnected called after each CONNACK, on this device's thread
     * @param onMessage   called for each message, on the client's thread
     */
    Reconnecting(ConnectOptions options, Duration pause, Consumer<Connack> onConnected,
                 Consumer<ReceivedMessage> onMessage) {
        this.pause = pause;
        this.onConnected = onConnected;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("demo-" + options.clientId()).factory());
        this.client = DeviceClient.of(options, new ClientListener() {
            @Override
            public void messageArrived(ReceivedMessage message) {
                onMessage.accept(message);
            }

            @Override
            public void connectionLost(ClientFailure reason) {
                connectLater();
            }
        });
    }

    /** Options of a device that keeps its session for an hour. */
    static ConnectOptions.Builder options(BrokerAddress address, ProtocolVersion version, String clientId) {
        ConnectOptions.Builder options = ConnectOptions.to(address, version, clientId)
                .cleanStart(false).keepAlive(20).timeout(TIMEOUT);
        return version.isMqtt5() ? options.sessionExpiry(SESSION_EXPIRY) : options;
    }

    DeviceClient client() {
        return client;
    }

    ScheduledExecutorService thread() {
        return thread;
    }

    void connect() {
        client.connect().whenComplete((connack, failure) -> {
            if (failure != null) {
                connectLater();
            } else if (!thread.isShutdown()) {
                thread.execute(() -> onConnected.accept(connack));
            }
        });
    }

    private void connectLater() {
        if (!thread.isShutdown()) {
            thread.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        client.close();
    }
}
