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
import dev.fourshake.app.tap.line.LineRule;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.finding.Severity;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paho as the device on weak lines, with a broker that does as it should: what was promised is kept at last. */
abstract class WeakNetworkContract {

    private static final int MESSAGES = 40;
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    /** For one message: longer than several attempts to connect, each of which a busy machine may let time out. */
    private static final Duration PATIENCE = CONNECT_PATIENCE.multipliedBy(8);

    private final String topic = "weak/" + UUID.randomUUID();
    private final List<DeviceClient> clients = new ArrayList<>();
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
        clients.forEach(DeviceClient::close);
        tap.close();
        feed.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MQTT_3_1_1 | cut=every 15,c2s | EXACTLY_ONCE", "MQTT_5 | cut=every 15,c2s | EXACTLY_ONCE",
        "MQTT_3_1_1 | cut=every 12,s2c,latency=1ms,jitter=1ms | EXACTLY_ONCE",
        "MQTT_5 | cut=8%,seed=3,latency=1ms,jitter=1ms | EXACTLY_ONCE",
        "MQTT_3_1_1 | cut=8%,seed=4 | AT_LEAST_ONCE", "MQTT_5 | cut=every 11,latency=1ms | AT_LEAST_ONCE"})
    void aPublisherThatComesAgainDeliversAllItWasAskedTo(ProtocolVersion version, String line, Qos qos)
            throws Exception {
        List<String> received = subscribeAt(broker(), ProtocolVersion.MQTT_3_1_1);
        weak(line);
        DeviceClient publisher = client(tap.address(), version, ClientListener.NONE);
        publishAll(publisher, qos, MESSAGES);
        await().until(() -> received.stream().distinct().count() == MESSAGES);
        assertTrue(cuts() > 0);
        if (qos == Qos.EXACTLY_ONCE) {
            assertEquals(IntStream.range(0, MESSAGES).mapToObj(String::valueOf).toList(), received);
            await().until(() -> complete(ExchangeKind.QOS_2) == MESSAGES);
        }
        assertNobodyIsAccused();
    }

    @Test
    void aSubscriberThatComesAgainGetsEachMessageOnce() throws Exception {
        List<String> received = subscribeAt(tap.address(), ProtocolVersion.MQTT_3_1_1);
        DeviceClient subscriber = clients.getLast();
        weak("cut=every 14,c2s");
        DeviceClient publisher = client(broker(), ProtocolVersion.MQTT_3_1_1, ClientListener.NONE);
        publisher.connect().join();
        for (int i = 0; i < MESSAGES; i++) {
            publisher.publish(PublishOptions.of(topic, new Text(String.valueOf(i)), Qos.EXACTLY_ONCE)).join();
            int sent = i + 1;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
                comeAgain(subscriber);
                return complete(ExchangeKind.QOS_2) == sent;
            });
        }
        assertTrue(cuts() > 0);
        assertEquals(IntStream.range(0, MESSAGES).mapToObj(String::valueOf).toList(), received);
        assertNobodyIsAccused();
    }

    /** The broker must throw out the connection that it still believes in (MQTT-3.1.4-3). */
    @Test
    void aDeviceWhoseLinkIsHalfOpenComesAgainAndGoesOn() throws Exception {
        List<String> received = subscribeAt(broker(), ProtocolVersion.MQTT_3_1_1);
        weak("halfopen=every 6,s2c");
        DeviceClient publisher = client(tap.address(), ProtocolVersion.MQTT_5, ClientListener.NONE);
        publishAll(publisher, Qos.EXACTLY_ONCE, 10);
        await().until(() -> received.size() >= 10);
        assertEquals(IntStream.range(0, 10).mapToObj(String::valueOf).toList(), received);
        tap.lines().rules(List.of()).get();
        assertNobodyIsAccused();
    }

    /**
     * One after the other, as everywhere here. Many at once would never get through a line that is cut at every
     * fifteenth packet: they are all sent again at each reconnect, and it is cut before the first answer is there.
     */
    private void publishAll(DeviceClient publisher, Qos qos, int count) {
        for (int i = 0; i < count; i++) {
            comeAgain(publisher);
            CompletableFuture<PublishResult> publishing =
                    publisher.publish(PublishOptions.of(topic, new Text(String.valueOf(i)), qos));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
                comeAgain(publisher);
                return publishing.isDone();
            });
            publishing.join();
        }
    }

    private void weak(String line) throws Exception {
        tap.lines().rules(List.of(LineRule.parse(line))).get();
    }

    private List<String> subscribeAt(HostPort address, ProtocolVersion version) {
        List<String> received = new CopyOnWriteArrayList<>();
        DeviceClient subscriber = client(address, version, new ClientListener() {
            @Override
            public void messageArrived(ReceivedMessage message) {
                received.add(new String(message.payload().toArray(), StandardCharsets.UTF_8));
            }
        });
        subscriber.connect().join();
        subscriber.subscribe(SubscribeOptions.of(topic, Qos.EXACTLY_ONCE)).join();
        return received;
    }

    private DeviceClient client(HostPort address, ProtocolVersion version, ClientListener listener) {
        ConnectOptions.Builder options = ConnectOptions.to(BrokerAddress.tcp(address.host(), address.port()), version,
                UUID.randomUUID().toString()).cleanStart(false).timeout(CONNECT_PATIENCE);
        DeviceClient client = DeviceClient.of(
                (version.isMqtt5() ? options.sessionExpiry(300) : options).build(), listener);
        clients.add(client);
        return client;
    }

    /** A line may be cut while it connects, so that it has to try again. */
    private static void comeAgain(DeviceClient client) {
        while (!client.isConnected()) {
            client.connect().handle((_, _) -> null).join();
        }
    }

    private long complete(ExchangeKind kind) {
        return feed.trace().snapshot().totals().exchanges().getOrDefault(kind, Map.of())
                .getOrDefault(Outcome.COMPLETE, 0L);
    }

    private long cuts() {
        return feed.trace().snapshot().links().stream().flatMap(link -> link.ended().stream())
                .filter(ended -> ended.by() == Party.TAP && ended.how() == LinkEnded.Ending.RESET).count();
    }

    private void assertNobodyIsAccused() {
        stopTap();
        assertEquals(List.of(), feed.trace().snapshot().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(WeakNetworkContract::words).toList());
    }

    private static String words(Finding finding) {
        return finding.rule() + ": " + finding.message().text();
    }
}
