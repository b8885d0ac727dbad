package dev.fourshake.app.demo;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.PayloadSource;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A forming press that publishes one message a beat, in turn its temperature at QoS 0, its state at QoS 1 (retained)
 * and its count of parts at QoS 2. Its will says that it is offline. It keeps its session, so that a handshake that was
 * cut goes on when it is back. A message whose handshake is still open is not overtaken by the next of its kind: held
 * in the tap, it stands alone.
 */
public final class DemoPress implements AutoCloseable {

    public static final String CLIENT_ID = "press-4";
    public static final Duration BEAT = Duration.ofSeconds(2);

    private static final long STATE_HOLDS_SECONDS = 3_600;
    private static final Qos[] TURN = {Qos.AT_MOST_ONCE, Qos.AT_LEAST_ONCE, Qos.EXACTLY_ONCE};

    private final boolean mqtt5;
    private final Reconnecting device;
    private final PressReadings readings = new PressReadings();
    private final Map<Qos, CompletableFuture<?>> open = new EnumMap<>(Qos.class);
    private int turn;

    private DemoPress(BrokerAddress address, ProtocolVersion version, Duration beat) {
        mqtt5 = version.isMqtt5();
        device = new Reconnecting(options(address, version), beat, _ -> { }, _ -> { });
        device.thread().scheduleAtFixedRate(this::beat, 0, beat.toMillis(), TimeUnit.MILLISECONDS);
        device.connect();
    }

    /** Starts a press that publishes to {@code address}, usually a tap's. It tries until it is connected. */
    public static DemoPress start(BrokerAddress address, ProtocolVersion version) {
        return start(address, version, BEAT);
    }

    static DemoPress start(BrokerAddress address, ProtocolVersion version, Duration beat) {
        return new DemoPress(address, version, beat);
    }

    private static ConnectOptions options(BrokerAddress address, ProtocolVersion version) {
        var will = new Will(PressReadings.STATE_TOPIC, Bytes.of(PressReadings.OFFLINE.getBytes(StandardCharsets.UTF_8)),
                Qos.AT_LEAST_ONCE, true, Properties.NONE);
        return Reconnecting.options(address, version, CLIENT_ID).will(will).build();
    }

    /** Disconnects, and waits for that: two seconds at most. */
    @Override
    public void close() {
        device.close();
    }

    private void beat() {
        if (!device.client().isConnected()) {
            return;
        }
        Qos qos = TURN[turn++ % TURN.length];
        CompletableFuture<?> previous = open.get(qos);
        if (previous == null || previous.isDone()) {
            PublishOptions message = message(qos, readings, mqtt5);
            open.put(qos, device.client().publish(qos == Qos.AT_LEAST_ONCE ? retained(message) : message));
        }
    }

    /** A state is told again within the minute; kept for an hour, it is not taken for true when the press is gone. */
    private PublishOptions retained(PublishOptions message) {
        if (!mqtt5) {
            return message.retained();
        }
        List<Property> properties = new ArrayList<>(message.properties().entries());
        properties.add(Property.number(PropertyId.MESSAGE_EXPIRY_INTERVAL, STATE_HOLDS_SECONDS));
        return message.retained().with(new Properties(properties));
    }

    /** The next message of this QoS. */
    static PublishOptions message(Qos qos, PressReadings readings, boolean mqtt5) {
        PublishOptions message = switch (qos) {
            case AT_MOST_ONCE -> PublishOptions.of(PressReadings.TEMPERATURE_TOPIC,
                    new PayloadSource.Text(readings.temperature()), qos);
            case AT_LEAST_ONCE -> PublishOptions.of(PressReadings.STATE_TOPIC,
                    new PayloadSource.Text(readings.state()), qos);
            case EXACTLY_ONCE -> PublishOptions.of(PressReadings.PARTS_TOPIC,
                    new PayloadSource.Text(readings.parts()), qos);
        };
        return mqtt5 ? message.with(Properties.of(
                Property.number(PropertyId.PAYLOAD_FORMAT_INDICATOR, 1),
                Property.text(PropertyId.CONTENT_TYPE, "application/json"))) : message;
    }
}
