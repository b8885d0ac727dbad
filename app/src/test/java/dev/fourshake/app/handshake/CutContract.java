package dev.fourshake.app.handshake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.PayloadSource;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.client.PublishResult;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The link of a real device dies at each step of a handshake with a real broker. When the device comes back with its
 * session, the same exchange goes on to its end, in one diagram, and the message is delivered.
 */
abstract class CutContract {

    private static final int PATIENCE_SECONDS = 30;

    private final String topic = "cut/" + UUID.randomUUID();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TraceFeed feed;
    private Tap tap;

    abstract HostPort broker();

    @BeforeEach
    void startTap() throws TapException {
        feed = new TraceFeed(new Trace());
        tap = Tap.start(TapOptions.to(broker()), feed);
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        tap.close();
        feed.close();
    }

    static Stream<Arguments> cuts() {
        return Stream.of(ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_5).flatMap(version -> Stream.of(
                Arguments.of(version, Qos.AT_LEAST_ONCE, PacketType.PUBLISH),
                Arguments.of(version, Qos.AT_LEAST_ONCE, PacketType.PUBACK),
                Arguments.of(version, Qos.EXACTLY_ONCE, PacketType.PUBLISH),
                Arguments.of(version, Qos.EXACTLY_ONCE, PacketType.PUBREC),
                Arguments.of(version, Qos.EXACTLY_ONCE, PacketType.PUBREL),
                Arguments.of(version, Qos.EXACTLY_ONCE, PacketType.PUBCOMP)));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aMessageOfTheDeviceIsDeliveredOverACut(ProtocolVersion version, Qos qos, PacketType step) throws Exception {
        List<ReceivedMessage> arrived = new CopyOnWriteArrayList<>();
        DeviceClient monitor = client(broker(), ProtocolVersion.MQTT_3_1_1, arrived);
        monitor.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        monitor.subscribe(SubscribeOptions.of(topic, Qos.EXACTLY_ONCE)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        DeviceClient device = client(tap.address(), version, new CopyOnWriteArrayList<>());
        device.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        hold(step);
        CompletableFuture<PublishResult> done = device.publish(message(qos));
        cut(device);
        device.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        Exchange exchange = awaitComplete(qos, Direction.CLIENT_TO_SERVER);
        assertTrue(isOverTwoLinks(exchange), exchange::toString);
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> !arrived.isEmpty());
        if (qos == Qos.EXACTLY_ONCE) {
            assertEquals(1, arrived.size());
        }
        assertNobodyIsAccused();
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aMessageToTheDeviceIsDeliveredOverACut(ProtocolVersion version, Qos qos, PacketType step) throws Exception {
        List<ReceivedMessage> arrived = new CopyOnWriteArrayList<>();
        DeviceClient device = client(tap.address(), version, arrived);
        device.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        device.subscribe(SubscribeOptions.of(topic, qos)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        DeviceClient press = client(broker(), ProtocolVersion.MQTT_3_1_1, new CopyOnWriteArrayList<>());
        press.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        hold(step);
        press.publish(message(qos));
        cut(device);
        device.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        awaitComplete(qos, Direction.SERVER_TO_CLIENT);
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> !arrived.isEmpty());
        assertNobodyIsAccused();
    }

    private DeviceClient client(HostPort address, ProtocolVersion version, List<ReceivedMessage> inbox) {
        ConnectOptions.Builder options = ConnectOptions.to(BrokerAddress.tcp(address.host(), address.port()), version,
                "cut-" + UUID.randomUUID().toString().substring(0, 8)).cleanStart(false);
        if (version.isMqtt5()) {
            options.sessionExpiry(3_600);
        }
        DeviceClient client = DeviceClient.of(options.build(), new ClientListener() {
            @Override
            public void messageArrived(ReceivedMessage message) {
                inbox.add(message);
            }
        });
        open.add(client);
        return client;
    }

    private PublishOptions message(Qos qos) {
        return PublishOptions.of(topic, new PayloadSource.Text("42"), qos);
    }

    private void hold(PacketType step) throws Exception {
        tap.holds().breakpoints(List.of(Breakpoint.on(step))).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The device's link dies while the packet stands at the tap. */
    private void cut(DeviceClient device) throws Exception {
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> !tap.holds().held().isEmpty());
        device.abort().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        tap.holds().breakpoints(List.of());
        tap.holds().resume();
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> tap.status().linksUp() == 0);
    }

    /** There is one delivery of this direction on the tap, however many links it took; it has come to its end. */
    private Exchange awaitComplete(Qos qos, Direction direction) {
        ExchangeKind kind = ExchangeKind.values()[qos.level()];
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> deliveries(kind, direction).stream()
                .anyMatch(each -> each.outcome() == Outcome.COMPLETE));
        List<Exchange> all = deliveries(kind, direction);
        assertEquals(1, all.size(), all::toString);
        return all.getFirst();
    }

    private List<Exchange> deliveries(ExchangeKind kind, Direction direction) {
        TraceSnapshot trace = feed.trace().snapshot();
        return IntStream.range(0, trace.exchangeCount()).mapToObj(trace::exchange)
                .filter(each -> each.kind() == kind && each.direction() == direction).toList();
    }

    private boolean isOverTwoLinks(Exchange exchange) {
        TraceSnapshot trace = feed.trace().snapshot();
        return exchange.steps().stream().map(step -> trace.link(step.row())).distinct().count() == 2;
    }

    private void assertNobodyIsAccused() {
        assertEquals(List.of(), feed.trace().snapshot().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList());
    }
}
