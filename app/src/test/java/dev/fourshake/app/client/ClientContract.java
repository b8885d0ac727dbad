package dev.fourshake.app.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.PayloadSource.Text;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the own client does with a broker: the same with each broker there is. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class ClientContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<DeviceClient> clients = new ArrayList<>();

    /** Where the broker listens. */
    abstract BrokerAddress broker();

    static Stream<Arguments> versionsAndQos() {
        return Stream.of(ProtocolVersion.values())
                .flatMap(version -> Stream.of(Qos.values()).map(qos -> Arguments.of(version, qos)));
    }

    @AfterEach
    void closeClients() {
        clients.parallelStream().forEach(DeviceClient::close);
    }

    @ParameterizedTest
    @MethodSource("versionsAndQos")
    void publishesAndReceives(ProtocolVersion version, Qos qos) {
        var inbox = new Inbox();
        DeviceClient subscriber = client(options(version).build(), inbox);
        DeviceClient publisher = client(options(version).build(), ClientListener.NONE);
        String topic = topic();

        assertFalse(subscriber.connect().join().sessionPresent());
        assertEquals(List.of(qos.level()), subscriber.subscribe(SubscribeOptions.of(topic, qos)).join());
        publisher.connect();
        PublishResult result = publisher.publish(PublishOptions.of(topic, new Text("21.5 °C"), qos)).join();

        assertFalse(result.noMatchingSubscribers());
        ReceivedMessage message = inbox.message();
        assertEquals(topic, message.topic());
        assertEquals("21.5 °C", message.payload().utf8());
        assertEquals(qos, message.qos());
        assertFalse(message.retain());
        assertEquals(qos == Qos.AT_MOST_ONCE, message.packetId() == 0);
        publisher.disconnect().join();
        assertFalse(publisher.isConnected());
        subscriber.unsubscribe(List.of(topic)).join();
    }

    @ParameterizedTest
    @EnumSource
    void sendsMoreThanTheWindowHolds(ProtocolVersion version) {
        var inbox = new Inbox();
        DeviceClient subscriber = client(options(version).build(), inbox);
        DeviceClient publisher = client(options(version).build(), ClientListener.NONE);
        String topic = topic();
        subscriber.connect();
        subscriber.subscribe(SubscribeOptions.of(topic, Qos.AT_LEAST_ONCE)).join();
        publisher.connect();

        List<String> texts = IntStream.range(0, 300).mapToObj(String::valueOf).toList();
        CompletableFuture.allOf(texts.stream()
                .map(text -> publisher.publish(PublishOptions.of(topic, new Text(text), Qos.EXACTLY_ONCE)))
                .toArray(CompletableFuture[]::new)).join();

        inbox.awaitMessages(300);
        assertEquals(texts, inbox.texts());
    }

    @ParameterizedTest
    @EnumSource
    void getsTheRetainedMessageOnSubscribing(ProtocolVersion version) {
        DeviceClient publisher = client(options(version).build(), ClientListener.NONE);
        String topic = topic();
        publisher.connect();
        publisher.publish(PublishOptions.of(topic, new Text("running"), Qos.AT_LEAST_ONCE).retained()).join();

        var inbox = new Inbox();
        DeviceClient subscriber = client(options(version).build(), inbox);
        subscriber.connect();
        subscriber.subscribe(SubscribeOptions.of(topic, Qos.AT_LEAST_ONCE)).join();
        assertTrue(inbox.message().retain());

        publisher.publish(PublishOptions.of(topic, PayloadSource.EMPTY, Qos.AT_LEAST_ONCE).retained()).join();
        var late = new Inbox();
        DeviceClient lateSubscriber = client(options(version).build(), late);
        lateSubscriber.connect();
        lateSubscriber.subscribe(SubscribeOptions.of(topic, Qos.AT_LEAST_ONCE)).join();
        publisher.publish(PublishOptions.of(topic, new Text("live"), Qos.AT_LEAST_ONCE)).join();
        assertEquals("live", late.message().payload().utf8());
    }

    @ParameterizedTest
    @EnumSource
    void cutWithoutDisconnectItsWillIsPublished(ProtocolVersion version) {
        var inbox = new Inbox();
        DeviceClient subscriber = client(options(version).build(), inbox);
        String topic = topic();
        subscriber.connect();
        subscriber.subscribe(SubscribeOptions.of(topic, Qos.EXACTLY_ONCE)).join();
        var will = new Will(topic, Bytes.of("offline".getBytes(StandardCharsets.UTF_8)), Qos.EXACTLY_ONCE, false,
                Properties.NONE);
        var loss = new Inbox();
        DeviceClient device = client(options(version).will(will).build(), loss);

        device.connect().join();
        device.abort().join();

        assertEquals("offline", inbox.message().payload().utf8());
        assertEquals("The connection was cut on this side, without DISCONNECT.", loss.awaitLoss().getMessage());
        assertFalse(device.isConnected());

        device.connect().join();
        device.disconnect().join();
        // Behind it a second Will would come, if there were one.
        subscriber.publish(PublishOptions.of(topic, new Text("end"), Qos.EXACTLY_ONCE)).join();
        await().until(() -> inbox.messages().stream().anyMatch(each -> each.payload().utf8().equals("end")));
        assertEquals(2, inbox.messages().size());
        device.connect().join();
        assertEquals(1, loss.losses().size());
    }

    @ParameterizedTest
    @EnumSource
    void getsWhatWasQueuedForItsSession(ProtocolVersion version) {
        var inbox = new Inbox();
        var builder = options(version).cleanStart(false);
        ConnectOptions options = (version.isMqtt5() ? builder.sessionExpiry(300) : builder).build();
        DeviceClient subscriber = client(options, inbox);
        String topic = topic();
        assertFalse(subscriber.connect().join().sessionPresent());
        subscriber.subscribe(SubscribeOptions.of(topic, Qos.EXACTLY_ONCE)).join();
        subscriber.disconnect().join();

        DeviceClient publisher = client(options(version).build(), ClientListener.NONE);
        publisher.connect();
        publisher.publish(PublishOptions.of(topic, new Text("1"), Qos.AT_LEAST_ONCE));
        publisher.publish(PublishOptions.of(topic, new Text("2"), Qos.EXACTLY_ONCE)).join();

        // MQTT 3.1 has no Session Present: the bit is reserved there.
        assertEquals(version != ProtocolVersion.MQTT_3_1, subscriber.connect().join().sessionPresent());
        inbox.awaitMessages(2);
        assertEquals(List.of("1", "2"), inbox.texts());
        subscriber.disconnect().join();
        subscriber.connect(options.change().cleanStart(true).build()).join();
    }

    @Test
    void carriesThePropertiesOfMqtt5() {
        var inbox = new Inbox();
        DeviceClient client = client(options(ProtocolVersion.MQTT_5).build(), inbox);
        String topic = topic();
        client.connect();
        client.subscribe(new SubscribeOptions(
                List.of(new TopicSubscription(topic, Qos.EXACTLY_ONCE, false, true, 1)),
                Properties.of(Property.number(PropertyId.SUBSCRIPTION_IDENTIFIER, 4711), Property.user("a", "b"))))
                .join();
        Properties properties = Properties.of(
                Property.number(PropertyId.PAYLOAD_FORMAT_INDICATOR, 1),
                Property.text(PropertyId.CONTENT_TYPE, "application/json"),
                Property.text(PropertyId.RESPONSE_TOPIC, "answer/here"),
                Property.binary(PropertyId.CORRELATION_DATA, Bytes.of((byte) 1, (byte) 0, (byte) 0xFF)),
                Property.user("line", "4"), Property.user("line", "5"));

        client.publish(PublishOptions.of(topic, new Text("{}"), Qos.AT_LEAST_ONCE).retained().with(properties)).join();

        ReceivedMessage message = inbox.message();
        assertTrue(message.retain());
        assertEquals(4711, message.properties().number(PropertyId.SUBSCRIPTION_IDENTIFIER).orElseThrow());
        assertEquals(properties.entries(), message.properties().entries().stream()
                .filter(property -> property.id() != PropertyId.SUBSCRIPTION_IDENTIFIER).toList());
        client.publish(PublishOptions.of(topic, PayloadSource.EMPTY, Qos.AT_LEAST_ONCE).retained()).join();
    }

    @Test
    void withNoLocalItDoesNotHearItself() {
        var inbox = new Inbox();
        DeviceClient client = client(options(ProtocolVersion.MQTT_5).build(), inbox);
        String topic = topic();
        client.connect();
        client.subscribe(new SubscribeOptions(List.of(
                new TopicSubscription(topic + "/own", Qos.AT_LEAST_ONCE, true, false, 0),
                new TopicSubscription(topic + "/all", Qos.AT_LEAST_ONCE, false, false, 0)), Properties.NONE)).join();
        client.publish(PublishOptions.of(topic + "/own", new Text("own"), Qos.AT_LEAST_ONCE)).join();
        client.publish(PublishOptions.of(topic + "/all", new Text("all"), Qos.AT_LEAST_ONCE)).join();
        assertEquals("all", inbox.message().payload().utf8());
    }

    /** MQTT 5.0 section 3.1.4: a second connection with the same client identifier ends the first. */
    @ParameterizedTest
    @EnumSource
    void losesItsConnectionToAnotherOfTheSameName(ProtocolVersion version) {
        var inbox = new Inbox();
        ConnectOptions options = options(version).build();
        DeviceClient one = client(options, inbox);
        DeviceClient other = client(options, ClientListener.NONE);
        one.connect().join();
        other.connect().join();
        assertEquals(ClientFailure.Kind.CONNECTION_LOST, inbox.awaitLoss().kind());
        await().until(() -> !one.isConnected());
        assertTrue(other.isConnected());
    }

    ConnectOptions.Builder options(ProtocolVersion version) {
        return ConnectOptions.to(broker(), version, "contract-" + NUMBER.incrementAndGet());
    }

    DeviceClient client(ConnectOptions options, ClientListener listener) {
        DeviceClient client = DeviceClient.of(options, listener);
        clients.add(client);
        return client;
    }

    String topic() {
        return "contract/" + getClass().getSimpleName() + "/" + NUMBER.incrementAndGet();
    }
}
