package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.PayloadSource.Text;
import dev.fourshake.app.client.PublishOptions;
import dev.fourshake.app.client.PublishResult;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.HeldPacket;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.trace.Totals;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a real device and a real broker do to each other through the tap, and what the trace makes of it. */
abstract class DeviceContract {

    private static final int EACH = 10;

    private final String topic = "tap/" + UUID.randomUUID();
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

    @ParameterizedTest
    @EnumSource(names = {"MQTT_3_1_1", "MQTT_5"})
    void everyDeliveryIsSeenToItsEndOnBothLinks(ProtocolVersion version) {
        List<ReceivedMessage> received = new CopyOnWriteArrayList<>();
        ClientListener inbox = new ClientListener() {
            @Override
            public void messageArrived(ReceivedMessage message) {
                received.add(message);
            }
        };
        try (DeviceClient subscriber = device(version, 60, inbox);
             DeviceClient publisher = device(version, 60, ClientListener.NONE)) {
            subscriber.subscribe(SubscribeOptions.of(topic, Qos.EXACTLY_ONCE)).join();
            for (Qos qos : Qos.values()) {
                for (int i = 0; i < EACH; i++) {
                    publisher.publish(PublishOptions.of(topic, new Text("42"), qos)).join();
                }
            }
            await().until(() -> received.size() == 3 * EACH);
            await().until(() -> complete(ExchangeKind.QOS_2) == 2 * EACH);
        }
        await().until(() -> tap.status().linksUp() == 0);
        stopTap();
        Totals totals = feed.trace().snapshot().totals();
        for (ExchangeKind kind : List.of(ExchangeKind.QOS_0, ExchangeKind.QOS_1, ExchangeKind.QOS_2)) {
            Map<Outcome, Long> outcomes = totals.exchanges().get(kind);
            assertEquals(2 * EACH, outcomes.get(Outcome.COMPLETE), kind::toString);
            assertEquals(2 * EACH, outcomes.values().stream().mapToLong(Long::longValue).sum(), kind::toString);
        }
        assertEquals(0, totals.malformed() + totals.opaqueBytes() + totals.missingBytes());
        assertEquals(List.of(), feed.trace().snapshot().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList());
    }

    /** A second more or less is nothing on a busy computer: a shorter keep alive would test the computer. */
    @Test
    void aHandshakeHeldForLongerThanTheKeepAliveEndsWell() {
        int keepAliveSeconds = 3;
        tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBREC)));
        try (DeviceClient publisher = device(ProtocolVersion.MQTT_5, keepAliveSeconds, ClientListener.NONE)) {
            CompletableFuture<PublishResult> publishing =
                    publisher.publish(PublishOptions.of(topic, new Text("42"), Qos.EXACTLY_ONCE));
            await().until(() -> tap.holds().held().size() == 1);
            long pings = count(PacketType.PINGRESP);
            await().until(() -> count(PacketType.PINGRESP) >= pings + 2);
            HeldPacket pubrec = tap.holds().held().getFirst();
            assertEquals(PacketType.PUBREC, pubrec.type());
            tap.holds().step(pubrec.link(), pubrec.direction());
            await().until(() -> tap.holds().held().stream().anyMatch(each -> each.type() == PacketType.PUBREL));
            tap.holds().breakpoints(List.of());
            tap.holds().resume();
            publishing.join();
            assertTrue(publisher.isConnected());
            await().until(() -> complete(ExchangeKind.QOS_2) == 1);
        }
    }

    /**
     * Longer than a broker bears silence, several times over: two minutes at a keep alive of ten seconds with
     * {@code -Dfourshake.hold=120 -Dfourshake.keepAlive=10}.
     */
    @Test
    void aPubrelHeldForSeveralKeepAlivesDisconnectsNobody() {
        int keepAliveSeconds = Integer.getInteger("fourshake.keepAlive", 3);
        long holdNanos = TimeUnit.SECONDS.toNanos(Integer.getInteger("fourshake.hold", 15));
        tap.holds().releaseAfter(Duration.ofHours(1));
        tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBREL)));
        try (DeviceClient old = device(ProtocolVersion.MQTT_3_1_1, keepAliveSeconds, ClientListener.NONE);
             DeviceClient young = device(ProtocolVersion.MQTT_5, keepAliveSeconds, ClientListener.NONE)) {
            List<CompletableFuture<PublishResult>> publishing = Stream.of(old, young)
                    .map(each -> each.publish(PublishOptions.of(topic, new Text("42"), Qos.EXACTLY_ONCE))).toList();
            await().until(() -> tap.holds().held().size() == 2);
            long since = tap.holds().held().getLast().sinceNanos();
            await().atMost(holdNanos + TimeUnit.SECONDS.toNanos(30), TimeUnit.NANOSECONDS)
                    .until(() -> WireClock.now() - since > holdNanos);
            assertEquals(2, tap.holds().held().size());
            tap.holds().breakpoints(List.of());
            tap.holds().resume();
            publishing.forEach(CompletableFuture::join);
            assertTrue(old.isConnected() && young.isConnected());
            assertEquals(2, tap.status().links());
            await().until(() -> complete(ExchangeKind.QOS_2) == 2);
            assertEquals(List.of(), feed.trace().snapshot().findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR).toList());
        }
    }

    /** What the device sends is held, and so it has no reason to ping: the tap does, and tells nobody but the trace. */
    @Test
    void aDeviceThatGoesOnSendingWhileItIsHeldIsNotGivenUp() {
        int keepAliveSeconds = 6;
        tap.holds().breakpoints(List.of(Breakpoint.on(PacketType.PUBLISH)));
        try (DeviceClient publisher = device(ProtocolVersion.MQTT_5, keepAliveSeconds, ClientListener.NONE)) {
            CompletableFuture<PublishResult> publishing =
                    publisher.publish(PublishOptions.of(topic, new Text("42"), Qos.EXACTLY_ONCE));
            await().atMost(30, TimeUnit.SECONDS).pollInterval(500, TimeUnit.MILLISECONDS).until(() -> {
                publisher.publish(PublishOptions.of(topic, new Text("21.5"), Qos.AT_MOST_ONCE));
                return ownPackets(Fate.DROPPED) >= 2;
            });
            assertEquals(ownPackets(Fate.INJECTED), ownPackets(Fate.DROPPED));
            assertTrue(publisher.isConnected());
            tap.holds().breakpoints(List.of());
            tap.holds().resume();
            publishing.join();
            await().until(() -> complete(ExchangeKind.QOS_2) == 1);
            assertEquals(List.of(), feed.trace().snapshot().findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR).toList());
        }
    }

    private long ownPackets(Fate fate) {
        TraceSnapshot trace = feed.trace().snapshot();
        return IntStream.range(0, trace.rowCount()).filter(row -> trace.fate(row) == fate).count();
    }

    private DeviceClient device(ProtocolVersion version, int keepAlive, ClientListener listener) {
        DeviceClient device = DeviceClient.of(ConnectOptions.to(BrokerAddress.tcp(tap.address().host(),
                tap.address().port()), version, UUID.randomUUID().toString()).keepAlive(keepAlive).build(), listener);
        device.connect().join();
        return device;
    }

    private long complete(ExchangeKind kind) {
        return feed.trace().snapshot().totals().exchanges().getOrDefault(kind, Map.of())
                .getOrDefault(Outcome.COMPLETE, 0L);
    }

    private long count(PacketType type) {
        return feed.trace().snapshot().totals().packets().getOrDefault(type, 0L);
    }
}
