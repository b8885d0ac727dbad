package dev.fourshake.app.demo;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.function.Consumer;

/**
 * A line monitor: subscribes to all presses at QoS 2 and keeps its session, so that the broker queues for it while it
 * is away. It subscribes again only if the broker has forgotten its session.
 */
public final class DemoMonitor implements AutoCloseable {

    public static final String CLIENT_ID = "line-monitor";
    static final String TOPIC_FILTER = "plant/+/#";

    private final Reconnecting device;
    private volatile boolean subscribed;

    private DemoMonitor(BrokerAddress address, ProtocolVersion version, Consumer<ReceivedMessage> onMessage) {
        device = new Reconnecting(Reconnecting.options(address, version, CLIENT_ID).build(), DemoPress.BEAT,
                this::subscribe, onMessage);
        device.connect();
    }

    /**
     * Starts a monitor at {@code address}, usually a tap's. It tries until it is connected.
     *
     * @param onMessage told of each message, on the client's thread
     */
    public static DemoMonitor start(BrokerAddress address, ProtocolVersion version,
                                    Consumer<ReceivedMessage> onMessage) {
        return new DemoMonitor(address, version, onMessage);
    }

    private void subscribe(Connack connack) {
        if (!connack.sessionPresent() || !subscribed) {
            device.client().subscribe(SubscribeOptions.of(TOPIC_FILTER, Qos.EXACTLY_ONCE))
                    .thenAccept(_ -> subscribed = true);
        }
    }

    /** Disconnects, and waits for that: two seconds at most. Its session stays at the broker. */
    @Override
    public void close() {
        device.close();
    }
}
