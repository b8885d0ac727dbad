package dev.fourshake.app.demo;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.concurrent.CompletableFuture;

/**
 * One message from the demonstration press to the line monitor, both at one address, with nothing left behind there.
 * The monitor's own last packets (PUBREL, PUBCOMP) may still be under way when {@link #done()} is: whoever draws them
 * closes this when they are seen.
 */
public final class DemoExchange implements AutoCloseable {

    private final DeviceClient monitor;
    private final DeviceClient press;
    private final CompletableFuture<ReceivedMessage> done;

    private DemoExchange(BrokerAddress address, ProtocolVersion version, Qos qos) {
        var received = new CompletableFuture<ReceivedMessage>();
        monitor = DeviceClient.of(ConnectOptions.to(address, version, DemoMonitor.CLIENT_ID).build(),
                new ClientListener() {
                    @Override
                    public void messageArrived(ReceivedMessage message) {
                        received.complete(message);
                    }
                });
        press = DeviceClient.of(ConnectOptions.to(address, version, DemoPress.CLIENT_ID).build(), ClientListener.NONE);
        var message = DemoPress.message(qos, new PressReadings(), version.isMqtt5());
        done = monitor.connect()
                .thenCompose(_ -> monitor.subscribe(SubscribeOptions.of(message.topic(), qos)))
                .thenCompose(_ -> press.connect())
                .thenCompose(_ -> press.publish(message))
                .thenCompose(_ -> received);
    }

    /** Begins: the monitor connects and subscribes, the press connects and publishes once. */
    public static DemoExchange start(BrokerAddress address, ProtocolVersion version, Qos qos) {
        return new DemoExchange(address, version, qos);
    }

    /**
     * The message as the monitor got it, once the press's handshake is complete too. Fails with a
     * {@link dev.fourshake.app.client.ClientFailure}.
     */
    public CompletableFuture<ReceivedMessage> done() {
        return done;
    }

    /** Both devices disconnect. */
    @Override
    public void close() {
        press.close();
        monitor.close();
    }
}
