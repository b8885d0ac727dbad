package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.trace.Totals;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.PacketType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real device and a real broker do to each other through the tap. */
abstract class DeviceContract {

    private static final String TOPIC = "plant/press";
    private static final byte[] PAYLOAD = "42".getBytes(StandardCharsets.US_ASCII);

    private TraceFeed feed;
    private Tap tap;

    abstract HostPort broker();

    @BeforeEach
    void startTap() throws TapException {
        feed = new TraceFeed(new Trace());
        tap = Tap.start(TapOptions.to(broker()), feed);
    }

    @AfterEach
    void stopTap() {
        tap.close();
        feed.close();
    }

    @Test
    void everyDeliveryIsSeenToItsEndOnBothLinks() throws Exception {
        List<Integer> received = new CopyOnWriteArrayList<>();
        MqttClient subscriber = device(60);
        subscriber.subscribe(TOPIC, 2, (_, message) -> received.add(message.getQos()));
        MqttClient publisher = device(60);
        for (int qos = 0; qos <= 2; qos++) {
            for (int i = 0; i < 10; i++) {
                publisher.publish(TOPIC, PAYLOAD, qos, false);
            }
        }
        await().until(() -> received.size() == 30);
        await().until(() -> complete(ExchangeKind.QOS_2) == 20);
        disconnect(publisher);
        disconnect(subscriber);
        await().until(() -> tap.status().linksUp() == 0);
        stopTap();
        Totals totals = feed.trace().snapshot().totals();
        for (ExchangeKind kind : List.of(ExchangeKind.QOS_0, ExchangeKind.QOS_1, ExchangeKind.QOS_2)) {
            Map<Outcome, Long> outcomes = totals.exchanges().get(kind);
            assertEquals(20, outcomes.get(Outcome.COMPLETE), kind::toString);
            assertEquals(20, outcomes.values().stream().mapToLong(Long::longValue).sum(), kind::toString);
        }
        assertEquals(0, totals.malformed() + totals.opaqueBytes() + totals.missingBytes());
        assertEquals(List.of(), feed.trace().snapshot().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList());
    }

    @Test
    void aHandshakeHeldForLongerThanTheKeepAliveEndsWell() throws Exception {
        tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBREC)));
        MqttClient publisher = device(1);
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> {
            try {
                publisher.publish(TOPIC, PAYLOAD, 2, false);
            } catch (MqttException e) {
                throw new AssertionError(e);
            }
        });
        await().until(() -> tap.holds().held().size() == 1);
        long pings = count(PacketType.PINGRESP);
        await().until(() -> count(PacketType.PINGRESP) >= pings + 4);
        assertTrue(publisher.isConnected());
        HeldPacket held = tap.holds().held().getFirst();
        tap.holds().step(held.link(), held.direction());
        await().until(() -> tap.holds().held().stream().anyMatch(each -> each.type() == PacketType.PUBREL));
        tap.holds().breakpoints(List.of());
        tap.holds().resume();
        publishing.get();
        assertTrue(publisher.isConnected());
        disconnect(publisher);
        await().until(() -> complete(ExchangeKind.QOS_2) == 1);
    }

    private MqttClient device(int keepAliveSeconds) throws MqttException {
        MqttClient client = new MqttClient("tcp://" + tap.address(), UUID.randomUUID().toString(),
                new MemoryPersistence());
        client.setTimeToWait(-1);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setKeepAliveInterval(keepAliveSeconds);
        client.connect(options);
        return client;
    }

    private static void disconnect(MqttClient client) throws MqttException {
        client.disconnect();
        client.close();
    }

    private long complete(ExchangeKind kind) {
        TraceSnapshot snapshot = feed.trace().snapshot();
        return snapshot.rowCount() == 0 ? 0
                : snapshot.totals().exchanges().getOrDefault(kind, Map.of()).getOrDefault(Outcome.COMPLETE, 0L);
    }

    private long count(PacketType type) {
        return feed.trace().snapshot().totals().packets().getOrDefault(type, 0L);
    }
}
