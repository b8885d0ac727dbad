package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.demo.DemoMonitor;
import dev.fourshake.app.demo.DemoPress;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.testing.Programs;
import dev.fourshake.testing.RequiresMosquitto;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Devices of others that do as they should, at a broker that does: nobody is accused, nobody is warned of, and advice
 * is given only where the scenario asks for it.
 */
abstract class HealthyDevicesContract {

    private static final int EACH = 20;

    private final String topic = "healthy/" + UUID.randomUUID();
    private final List<String> received = new CopyOnWriteArrayList<>();
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

    private String uri() {
        return "tcp://" + tap.address().host() + ":" + tap.address().port();
    }

    @Test
    void pahoBeforeMqtt5() throws Exception {
        String name = UUID.randomUUID().toString();
        var subscriber = new MqttClient(uri(), name, new MemoryPersistence());
        var publisher = new MqttClient(uri(), name + "-p", new MemoryPersistence());
        try (AutoCloseable _ = subscriber::close; AutoCloseable _ = publisher::close) {
            MqttConnectOptions kept = new MqttConnectOptions();
            kept.setCleanSession(false);
            kept.setWill(topic + "/state", "offline".getBytes(StandardCharsets.UTF_8), 1, true);
            publisher.connect();
            subscriber.connect(kept);
            subscriber.subscribe(topic + "/#", 2, (_, message) -> received.add(message.toString()));
            for (int i = 0; i < EACH; i++) {
                publisher.publish(topic + "/value", payload(i), i % 3, i % 5 == 0);
            }
            subscriber.publish(topic + "/back", payload(0), 2, false);
            await().until(() -> received.size() >= EACH + 1);
            awaitNothingOpen();
            subscriber.disconnect();
            publisher.publish(topic + "/queued", payload(0), 2, false);
            subscriber.connect(kept);
            awaitNothingOpen();
            subscriber.unsubscribe(topic + "/#");
            subscriber.disconnect();
            publisher.disconnect();
        }
        assertFindings("FS-QUEUE-UNBOUNDED");
    }

    private static byte[] payload(int number) {
        return String.valueOf(number).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void pahoInMqtt5() throws Exception {
        String name = UUID.randomUUID().toString();
        var subscriber = new org.eclipse.paho.mqttv5.client.MqttClient(uri(), name,
                new org.eclipse.paho.mqttv5.client.persist.MemoryPersistence());
        var publisher = new org.eclipse.paho.mqttv5.client.MqttClient(uri(), name + "-p",
                new org.eclipse.paho.mqttv5.client.persist.MemoryPersistence());
        try (AutoCloseable _ = subscriber::close; AutoCloseable _ = publisher::close) {
            MqttConnectionOptions kept = new MqttConnectionOptions();
            kept.setCleanStart(false);
            kept.setSessionExpiryInterval(300L);
            kept.setReceiveMaximum(3);
            kept.setTopicAliasMaximum(5);
            kept.setWill(topic + "/state", new MqttMessage(payload(0), 1, true, null));
            subscriber.connect(kept);
            publisher.connect();
            subscriber.subscribe(new MqttSubscription[] {new MqttSubscription(topic + "/#", 2)},
                    new org.eclipse.paho.mqttv5.client.IMqttMessageListener[] {
                        (_, message) -> received.add(message.toString())});
            MqttProperties expiring = new MqttProperties();
            expiring.setMessageExpiryInterval(60L);
            for (int i = 0; i < EACH; i++) {
                publisher.publish(topic + "/value" + i % 2, new MqttMessage(payload(i), i % 3, i % 5 == 0, expiring));
            }
            await().until(() -> received.size() >= EACH);
            awaitNothingOpen();
            subscriber.disconnect();
            publisher.publish(topic + "/queued", new MqttMessage(payload(0), 2, false, null));
            subscriber.connect(kept);
            awaitNothingOpen();
            subscriber.disconnect();
            publisher.disconnect();
        }
        assertFindings();
    }

    /** Many in flight, a shared subscription beside a plain one, a will, retained messages, a session that goes on. */
    @Test
    void hiveMqBeforeMqtt5() {
        String name = UUID.randomUUID().toString();
        Mqtt3AsyncClient subscriber = Mqtt3Client.builder().identifier(name).serverHost(tap.address().host())
                .serverPort(tap.address().port()).buildAsync();
        Mqtt3AsyncClient publisher = Mqtt3Client.builder().identifier(name + "-p").serverHost(tap.address().host())
                .serverPort(tap.address().port()).buildAsync();
        subscriber.publishes(MqttGlobalPublishFilter.ALL, publish -> received.add(text(publish.getPayloadAsBytes())));
        Runnable connect = () -> subscriber.connectWith().cleanSession(false).willPublish().topic(topic + "/state")
                .payload(payload(0)).qos(MqttQos.AT_LEAST_ONCE).retain(true).applyWillPublish().send().join();
        connect.run();
        publisher.connect().join();
        subscriber.subscribeWith().topicFilter(topic + "/#").qos(MqttQos.EXACTLY_ONCE).send().join();
        CompletableFuture.allOf(IntStream.range(0, EACH).mapToObj(i -> publisher.publishWith()
                .topic(topic + "/value" + i % 2).payload(payload(i)).qos(MqttQos.fromCode(i % 3)).retain(i % 5 == 0)
                .send()).toArray(CompletableFuture[]::new)).join();
        await().until(() -> received.size() >= EACH);
        awaitNothingOpen();
        subscriber.disconnect().join();
        publisher.publishWith().topic(topic + "/queued").payload(payload(0)).qos(MqttQos.EXACTLY_ONCE).send().join();
        connect.run();
        await().until(() -> received.size() >= EACH + 1);
        awaitNothingOpen();
        subscriber.unsubscribeWith().topicFilter(topic + "/#").send().join();
        subscriber.disconnect().join();
        publisher.disconnect().join();
        assertFindings("FS-QUEUE-UNBOUNDED");
    }

    @Test
    void hiveMqInMqtt5() {
        String name = UUID.randomUUID().toString();
        Mqtt5AsyncClient subscriber = Mqtt5Client.builder().identifier(name).serverHost(tap.address().host())
                .serverPort(tap.address().port()).buildAsync();
        Mqtt5AsyncClient publisher = Mqtt5Client.builder().identifier(name + "-p").serverHost(tap.address().host())
                .serverPort(tap.address().port()).buildAsync();
        subscriber.publishes(MqttGlobalPublishFilter.ALL, publish -> received.add(text(publish.getPayloadAsBytes())));
        Runnable connect = () -> subscriber.connectWith().cleanStart(false).sessionExpiryInterval(300).willPublish()
                .topic(topic + "/state").payload(payload(0)).qos(MqttQos.AT_LEAST_ONCE).retain(true)
                .messageExpiryInterval(60).applyWillPublish().send().join();
        connect.run();
        publisher.connect().join();
        subscriber.subscribeWith().topicFilter(topic + "/#").qos(MqttQos.EXACTLY_ONCE).send().join();
        // The embedded broker grants no more than QoS 1 to shared subscriptions.
        subscriber.subscribeWith().topicFilter("$share/line/" + topic + "-shared").qos(MqttQos.AT_LEAST_ONCE).send()
                .join();
        CompletableFuture.allOf(IntStream.range(0, EACH).mapToObj(i -> publisher.publishWith()
                .topic(topic + (i % 4 == 1 ? "-shared" : "/value")).payload(payload(i))
                .qos(MqttQos.fromCode(i % 4 == 1 ? i / 4 % 2 : i % 3)).retain(i % 10 == 0)
                .messageExpiryInterval(60).send()).toArray(CompletableFuture[]::new)).join();
        await().until(() -> received.size() >= EACH);
        awaitNothingOpen();
        subscriber.disconnect().join();
        publisher.publishWith().topic(topic + "/queued").payload(payload(0)).qos(MqttQos.EXACTLY_ONCE).send().join();
        connect.run();
        await().until(() -> received.size() >= EACH + 1);
        awaitNothingOpen();
        subscriber.disconnect().join();
        publisher.disconnect().join();
        assertFindings();
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    @RequiresMosquitto
    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void mosquittoPubAndSub(String version) throws Exception {
        String id = UUID.randomUUID().toString();
        List<String> kept = version.equals("mqttv5") ? List.of("-c", "-x", "300") : List.of("-c");
        run("", sub(version, id, kept, "-E"));
        String lines = IntStream.range(0, EACH).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        for (int qos = 0; qos < 3; qos++) {
            run(lines, List.of("mosquitto_pub", "-V", version, "-t", topic + "/" + qos, "-q", "" + qos, "-l"));
        }
        run("", sub(version, id, kept, "-C", String.valueOf(2 * EACH)));
        run("", List.of("mosquitto_pub", "-V", version, "-t", topic, "-r", "-q", "1", "-m", "on",
                "--will-topic", topic + "/will", "--will-payload", "gone", "--will-qos", "1"));
        run("", List.of("mosquitto_sub", "-V", version, "-t", topic, "-q", "1", "-C", "1"));
        run("", List.of("mosquitto_pub", "-V", version, "-t", topic, "-r", "-n"));
        assertFindings(version.equals("mqttv5") ? "FS-RETAINED-FOREVER" : "FS-QUEUE-UNBOUNDED");
    }

    private List<String> sub(String version, String id, List<String> kept, String... more) {
        return Stream.of(List.of("mosquitto_sub", "-V", version, "-i", id, "-t", topic + "/#", "-q", "2"), kept,
                List.of(more)).flatMap(List::stream).toList();
    }

    private void run(String input, List<String> command) throws Exception {
        List<String> words = Stream.concat(Stream.of(Programs.get(command.getFirst()).toString(), "-h",
                tap.address().host(), "-p", String.valueOf(tap.address().port())), command.stream().skip(1)).toList();
        Process process = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), words.toString());
    }

    /** What a newcomer sees first is not to confuse him. */
    @Test
    void theDemonstration() {
        BrokerAddress address = BrokerAddress.tcp(tap.address().host(), tap.address().port());
        try (DemoMonitor _ = DemoMonitor.start(address, ProtocolVersion.MQTT_5, _ -> received.add(""));
             DemoPress _ = DemoPress.start(address, ProtocolVersion.MQTT_5)) {
            await().atMost(40, TimeUnit.SECONDS).until(() -> received.size() >= 6);
            awaitNothingOpen();
        }
        assertFindings();
    }

    private void awaitNothingOpen() {
        await().until(() -> Stream.of(ExchangeKind.QOS_1, ExchangeKind.QOS_2).allMatch(kind ->
                feed.trace().snapshot().totals().exchanges().getOrDefault(kind, Map.of())
                        .getOrDefault(Outcome.OPEN, 0L) == 0));
    }

    /** Findings that are true of this broker, now and then. */
    Set<String> knownFaults() {
        return Set.of();
    }

    private void assertFindings(String... rules) {
        await().until(() -> tap.status().linksUp() == 0);
        stopTap();
        List<Finding> findings = feed.trace().snapshot().findings();
        Set<String> found = findings.stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(knownFaults());
        assertEquals(new TreeSet<>(List.of(rules)), found, () -> findings.stream()
                .map(finding -> finding.rule() + ": " + finding.message().text()).collect(Collectors.joining("\n")));
    }
}
