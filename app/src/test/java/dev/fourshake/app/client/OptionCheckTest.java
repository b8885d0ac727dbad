package dev.fourshake.app.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fourshake.app.client.ClientFailure.Kind;
import dev.fourshake.app.client.PayloadSource.Text;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that was asked for is left out in silence. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OptionCheckTest {

    private static final BrokerAddress ADDRESS = BrokerAddress.tcp("127.0.0.1", 1883);

    @Test
    void whatOnlyMqtt5HasIsToldBeforeMqtt5() {
        ConnectOptions options = ConnectOptions.to(ADDRESS, ProtocolVersion.MQTT_3_1_1, "c")
                .sessionExpiry(5).property(Property.user("a", "b"))
                .will(new Will("w", Bytes.EMPTY, Qos.AT_MOST_ONCE, false,
                        Properties.of(Property.number(PropertyId.WILL_DELAY_INTERVAL, 1))))
                .password("secret").build();
        assertEquals(List.of(
                "MQTT 3.1.1 has no Session Expiry Interval.",
                "MQTT 3.1.1 has no User Property.",
                "MQTT 3.1.1 has no Will Delay Interval.",
                "MQTT 3.1.1 has no password without a user name."), texts(OptionCheck.of(options)));

        assertEquals(List.of("MQTT 3.1 has no Content Type."), texts(OptionCheck.of(
                publish("a", Property.text(PropertyId.CONTENT_TYPE, "x")), ProtocolVersion.MQTT_3_1)));
        assertEquals(List.of(
                "MQTT 3.1.1 has no No Local.",
                "MQTT 3.1.1 has no Retain As Published.",
                "MQTT 3.1.1 has no Retain Handling.",
                "MQTT 3.1.1 has no Subscription Identifier."), texts(OptionCheck.of(
                new SubscribeOptions(List.of(new TopicSubscription("a", Qos.AT_MOST_ONCE, true, true, 2)),
                        Properties.of(Property.number(PropertyId.SUBSCRIPTION_IDENTIFIER, 1))),
                ProtocolVersion.MQTT_3_1_1)));
        assertEquals(List.of("MQTT 3.1.1 has no Reason Code."),
                texts(OptionCheck.ofDisconnect(4, Properties.NONE, ProtocolVersion.MQTT_3_1_1)));
    }

    @Test
    void whatPahoWouldLeaveOutOrMisuseIsTold() {
        ConnectOptions options = ConnectOptions.to(ADDRESS, ProtocolVersion.MQTT_5, "c")
                .property(Property.number(PropertyId.TOPIC_ALIAS_MAXIMUM, 10))
                .property(Property.text(PropertyId.CONTENT_TYPE, "x"))
                .sessionExpiry(1).sessionExpiry(2)
                .property(Property.number(PropertyId.RECEIVE_MAXIMUM, 0))
                .property(Property.number(PropertyId.MAXIMUM_PACKET_SIZE, 0x1_0000_0000L))
                .keepAlive(65_536).build();
        assertEquals(List.of(
                "Topic Alias Maximum cannot be asked for: the client library loses messages when it uses topic aliases.",
                "CONNECT has no property Content Type that a client could set.",
                "CONNECT may have Session Expiry Interval only once.",
                "Receive Maximum must not be 0.",
                "Maximum Packet Size is 4,294,967,296; the largest value is 4,294,967,295.",
                "Keep Alive is 65,536; the largest value is 65,535."), texts(OptionCheck.of(options)));
        assertEquals(List.of("Payload Format Indicator is 0, which means the same as leaving it out; this client can only "
                + "leave it out."), texts(OptionCheck.of(
                publish("a", Property.number(PropertyId.PAYLOAD_FORMAT_INDICATOR, 0)), ProtocolVersion.MQTT_5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", "a//b", "$SYS/x", "ä/€", "a b"})
    void aTopicNameIsAlmostAnything(String topic) {
        assertEquals(List.of(), OptionCheck.of(publish(topic), ProtocolVersion.MQTT_3_1_1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''     | The topic is empty.",
            "a/+    | The topic a/+ has a wildcard (+ or #), which only a topic filter may have.",
            "a#b    | The topic a#b has a wildcard (+ or #), which only a topic filter may have."})
    void aTopicNameHasNoWildcard(String topic, String sentence) {
        assertEquals(List.of(sentence), texts(OptionCheck.of(publish(topic), ProtocolVersion.MQTT_5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "+", "a/+/b", "+/+", "a/#", "/", "$share/g/a/+"})
    void aTopicFilterMayHaveWildcards(String filter) {
        assertEquals(List.of(),
                OptionCheck.of(SubscribeOptions.of(filter, Qos.AT_MOST_ONCE), ProtocolVersion.MQTT_5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+", "+a/b", "a/#/b", "a#", "##"})
    void aWildcardFillsItsLevel(String filter) {
        assertEquals(List.of("In the topic filter " + filter
                        + " a wildcard is out of place: + fills a level, # fills the last one."),
                texts(OptionCheck.ofFilters(List.of(filter), ProtocolVersion.MQTT_3_1_1)));
    }

    @Test
    void theClientRefusesWithoutSendingAnything() throws IOException {
        try (var broker = new ScriptedBroker(ScriptedBroker.Peer::untilClosed)) {
            ConnectOptions options = ConnectOptions.to(broker.address(), ProtocolVersion.MQTT_3_1, "c")
                    .sessionExpiry(1).build();
            try (DeviceClient client = DeviceClient.of(options, ClientListener.NONE)) {
                ClientFailure failure = ClientFailure.in(
                        assertThrows(CompletionException.class, client.connect()::join));
                assertEquals(Kind.NOT_EXPRESSIBLE, failure.kind());
                assertEquals("MQTT 3.1 has no Session Expiry Interval.", failure.getMessage());
                assertEquals(List.of(), broker.received());
            }
        }
    }

    /** What the broker does not grant, Paho changes in silence: QoS 2 becomes 1, and retain is dropped. */
    @Test
    void whatTheBrokerDoesNotGrantIsTold() throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            // Maximum QoS 1, Retain Available 0, Maximum Packet Size 20
            peer.write("20 0c 00 00 09 24 01 25 00 27 00 00 00 14");
            peer.untilClosed();
        });
             DeviceClient client = DeviceClient.of(
                     ConnectOptions.to(broker.address(), ProtocolVersion.MQTT_5, "c").build(), ClientListener.NONE)) {
            client.connect().join();
            ClientFailure failure = ClientFailure.in(assertThrows(CompletionException.class, client.publish(
                    PublishOptions.of("topic", new Text("longer than that"), Qos.EXACTLY_ONCE).retained())::join));
            assertEquals("The broker takes messages up to QoS 1, and this one has 2. The broker does not keep retained "
                    + "messages. The broker takes packets of up to 20 bytes, and this one is larger.",
                    failure.getMessage());
        }
    }

    private static PublishOptions publish(String topic, Property... properties) {
        return PublishOptions.of(topic, PayloadSource.EMPTY, Qos.AT_MOST_ONCE).with(Properties.of(properties));
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(message -> message.text(Locale.ENGLISH)).toList();
    }
}
