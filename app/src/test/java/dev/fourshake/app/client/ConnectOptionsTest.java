package dev.fourshake.app.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every option of CONNECT and DISCONNECT is on the wire as it was asked for. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ConnectOptionsTest {

    private static final Bytes LAST_WORDS = Bytes.of((byte) 0, (byte) 0xFF);

    @Test
    void ofMqtt5() throws IOException {
        var willProperties = Properties.of(
                Property.number(PropertyId.WILL_DELAY_INTERVAL, 5),
                Property.number(PropertyId.PAYLOAD_FORMAT_INDICATOR, 1),
                Property.number(PropertyId.MESSAGE_EXPIRY_INTERVAL, 3_000_000_000L),
                Property.text(PropertyId.CONTENT_TYPE, "text/plain"),
                Property.text(PropertyId.RESPONSE_TOPIC, "answer"),
                Property.binary(PropertyId.CORRELATION_DATA, Bytes.of((byte) 1)),
                Property.user("will", "user"));
        var will = new Will("press/will", LAST_WORDS, Qos.EXACTLY_ONCE, true, willProperties);
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write("20 03 00 00 00");
            peer.untilClosed();
        })) {
            ConnectOptions options = ConnectOptions.to(broker.address(), ProtocolVersion.MQTT_5, "press")
                    .cleanStart(false).keepAlive(17).sessionExpiry(0xFFFF_FFFEL)
                    .property(Property.number(PropertyId.RECEIVE_MAXIMUM, 40_000))
                    .property(Property.number(PropertyId.MAXIMUM_PACKET_SIZE, 3_000_000_000L))
                    .property(Property.number(PropertyId.REQUEST_RESPONSE_INFORMATION, 1))
                    .property(Property.number(PropertyId.REQUEST_PROBLEM_INFORMATION, 0))
                    .property(Property.user("a", "1")).property(Property.user("a", "2"))
                    .will(will).userName("operator").password(Bytes.of((byte) 0xC3, (byte) 0x28)).build();
            try (DeviceClient client = DeviceClient.of(options, ClientListener.NONE)) {
                client.connect().join();
                client.disconnect(4, Properties.of(Property.number(PropertyId.SESSION_EXPIRY_INTERVAL, 1),
                        Property.text(PropertyId.REASON_STRING, "shift ends"))).join();
            }
            var connect = (Connect) packet(broker, 0, ProtocolVersion.MQTT_5);
            assertEquals(5, connect.protocolLevel());
            assertFalse(connect.cleanStart());
            assertEquals(17, connect.keepAlive());
            assertEquals("press", connect.clientId());
            assertSame(options.properties(), connect.properties());
            assertSame(willProperties, connect.will().orElseThrow().properties());
            assertEquals(will, new Will(connect.will().get().topic(), connect.will().get().payload(),
                    connect.will().get().qos(), connect.will().get().retain(), willProperties));
            assertEquals(options.userName(), connect.userName());
            assertEquals(options.password(), connect.password());
            var disconnect = (Disconnect) packet(broker, 1, ProtocolVersion.MQTT_5);
            assertEquals(4, disconnect.reasonCode());
            assertEquals("shift ends", disconnect.properties().text(PropertyId.REASON_STRING).orElseThrow());
            assertEquals(1, disconnect.properties().number(PropertyId.SESSION_EXPIRY_INTERVAL).orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MQTT_5")
    void beforeMqtt5(ProtocolVersion version) throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write("20 02 00 00");
            peer.untilClosed();
        })) {
            var will = new Will("press/will", LAST_WORDS, Qos.AT_LEAST_ONCE, true, Properties.NONE);
            ConnectOptions options = ConnectOptions.to(broker.address(), version, "press").cleanStart(false)
                    .keepAlive(0).will(will).userName("operator").password("geheim ü").build();
            try (DeviceClient client = DeviceClient.of(options, ClientListener.NONE)) {
                client.connect().join();
            }
            assertEquals(new Connect(version.protocolName(), version.level(), false, 0, Properties.NONE, "press",
                    Optional.of(will), options.userName(), options.password()), packet(broker, 0, version));
        }
    }

    @Test
    void keepsThePasswordToItself() {
        assertEquals("CONNECT 5 press to [::1]:1883", ConnectOptions.to(BrokerAddress.tcp("::1", 1883),
                ProtocolVersion.MQTT_5, "press").password("secret").build().toString());
    }

    /** Paho has an order of its own. */
    private static void assertSame(Properties expected, Properties actual) {
        assertEquals(expected.entries().size(), actual.entries().size());
        assertEquals(new HashSet<>(expected.entries()), new HashSet<>(actual.entries()));
    }

    private static Packet packet(ScriptedBroker broker, int index, ProtocolVersion version) {
        return Decoder.decode(broker.received().get(index), version, Direction.CLIENT_TO_SERVER).packet().orElseThrow();
    }
}
