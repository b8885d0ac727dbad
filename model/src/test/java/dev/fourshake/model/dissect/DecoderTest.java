package dev.fourshake.model.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each field of the bytes becomes, and what is said of several packets' worth of trouble. */
class DecoderTest {

    @Test
    void connectOfMqtt5WithAllThatThereCanBe() {
        assertPacket("""
                10                  # CONNECT
                ..                  # Remaining Length
                s'MQTT' 05          # protocol name and version
                EE                  # User Name, Password, Will Retain, Will QoS 1, Will, Clean Start
                00 3C               # Keep Alive
                08                  # Property Length
                11 FF FF FF FF      # Session Expiry Interval
                21 00 14            # Receive Maximum
                s'press-4'          # Client Identifier
                05                  # Will Property Length
                18 00 00 00 1E      # Will Delay Interval
                s'press-4/state'    # Will Topic
                s'gone'             # Will Payload
                s'anna'             # User Name
                00 02 00 FF         # Password
                """, ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER, new Connect("MQTT", 5, true, 60,
                Properties.of(Property.number(PropertyId.SESSION_EXPIRY_INTERVAL, 0xFFFFFFFFL),
                        Property.number(PropertyId.RECEIVE_MAXIMUM, 20)),
                "press-4",
                Optional.of(new Will("press-4/state", text("gone"), Qos.AT_LEAST_ONCE, true,
                        Properties.of(Property.number(PropertyId.WILL_DELAY_INTERVAL, 30)))),
                Optional.of("anna"), Optional.of(Bytes.ofHex("00FF"))));
    }

    @Test
    void connectOfMqtt31() {
        assertPacket("""
                10                  # CONNECT
                ..                  # Remaining Length
                s'MQIsdp' 03        # protocol name and version
                02                  # Clean Session
                00 00               # Keep Alive
                s'a'                # Client Identifier
                """, ProtocolVersion.MQTT_3_1, Direction.CLIENT_TO_SERVER, new Connect("MQIsdp", 3, true, 0,
                Properties.NONE, "a", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void connectIsReadAsTheVersionThatItNames() {
        Bytes connect = Octets.of("10 .. s'MQTT' 04 02 003C s'a'");
        for (ProtocolVersion version : ProtocolVersion.values()) {
            Decoded decoded = Decoder.decode(connect, version, Direction.CLIENT_TO_SERVER);
            assertEquals(ProtocolVersion.MQTT_3_1_1, decoded.version());
            assertEquals(List.of(), decoded.defects());
        }
    }

    @Test
    void publishOfMqtt5() {
        assertPacket("""
                3D                  # PUBLISH, DUP, QoS 2, RETAIN
                ..                  # Remaining Length
                00 00               # Topic Name: empty
                00 07               # Packet Identifier
                0B                  # Property Length
                23 00 05            # Topic Alias
                0B 80 01            # Subscription Identifier 128
                09 00 02 CA FE      # Correlation Data
                '21.5'              # payload
                """, ProtocolVersion.MQTT_5, Direction.SERVER_TO_CLIENT,
                new Publish(true, Qos.EXACTLY_ONCE, true, "", 7,
                Properties.of(Property.number(PropertyId.TOPIC_ALIAS, 5),
                        Property.number(PropertyId.SUBSCRIPTION_IDENTIFIER, 128),
                        Property.binary(PropertyId.CORRELATION_DATA, Bytes.ofHex("CAFE"))), text("21.5")));
    }

    @Test
    void subscribeOfBothVersions() {
        assertPacket("""
                82                  # SUBSCRIBE
                ..                  # Remaining Length
                00 07               # Packet Identifier
                00                  # Property Length
                s'a/#' 2D           # QoS 1, No Local, Retain As Published, Retain Handling 2
                """, ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER, new Subscribe(7, Properties.NONE,
                List.of(new TopicSubscription("a/#", Qos.AT_LEAST_ONCE, true, true, 2))));
        assertPacket("82 .. 0007 s'a/#' 02", ProtocolVersion.MQTT_3_1_1, Direction.CLIENT_TO_SERVER,
                new Subscribe(7, Properties.NONE,
                        List.of(new TopicSubscription("a/#", Qos.EXACTLY_ONCE, false, false, 0))));
    }

    @Test
    void anOlderServerRefusesMqtt5InItsOwnFormat() {
        Decoded decoded = Decoder.decode(Octets.of("20 .. 00 01"),
                ProtocolVersion.MQTT_5, Direction.SERVER_TO_CLIENT);
        assertEquals(Optional.of(new Connack(false, 1, Properties.NONE)), decoded.packet());
        assertEquals(ProtocolVersion.MQTT_3_1_1, decoded.version());
    }

    @Test
    void whatIsNotKnownMayBeAnything() {
        // Topic "a" and no payload: only before MQTT 5, which has a Property Length
        Decoded publish = Decoder.decode(Octets.of("30 .. s'a'"), null, null);
        assertEquals(ProtocolVersion.MQTT_3_1_1, publish.version());
        assertEquals(List.of(), publish.defects());
        // DUP on a PUBREL: only in MQTT 3.1
        assertEquals(ProtocolVersion.MQTT_3_1, Decoder.decode(Octets.of("6A .. 0001"), null, null).version());
        // from the server only, from the client only, and in both versions
        assertEquals(List.of(), Decoder.decode(Octets.of("90 .. 0001 01"), null, null).defects());
        assertEquals(List.of(), Decoder.decode(Octets.of("82 .. 0001 s'a' 00"), null, null).defects());
        assertEquals(List.of(), Decoder.decode(Octets.of("30 .. s'a' 02 0B05"), null, null).defects());
        // MQTT 5 as far as it can be: the strictest that is legal
        assertEquals(ProtocolVersion.MQTT_5, Decoder.decode(Octets.of("40 .. 0001"), null, null).version());
        // malformed, whatever it is
        assertEquals("MQTT-3.3.1-4", rules(Decoder.decode(Octets.of("36 .. s'a' 0001"), null, null)).getFirst());
    }

    @Test
    void bytesBehindThePacketAreNotItsOwn() {
        Decoded decoded = Decoder.decode(Octets.of("40 02 0007 E0 00"),
                ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER);
        assertEquals(4, decoded.length());
        assertEquals(Optional.of(new Puback(7, 0, Properties.NONE)), decoded.packet());
        assertEquals(List.of(), decoded.defects());
    }

    @Test
    void allDefectsAreFoundAndTheGravestComesFirst() {
        Decoded decoded = Decoder.decode(Octets.of("""
                38                  # PUBLISH, DUP at QoS 0
                ..                  # Remaining Length
                s'a/+'              # a wildcard
                08                  # Property Length
                23 00 00            # Topic Alias 0
                01 02               # Payload Format Indicator 2
                25 00               # a property of CONNACK
                7E                  # no property at all
                """), ProtocolVersion.MQTT_5, Direction.CLIENT_TO_SERVER);
        assertEquals(List.of("section 2.2.2.2", "section 2.2.2.2", "MQTT-3.3.1-2", "MQTT-3.3.2-2", "MQTT-3.3.2-8",
                "section 3.3.2.3.2"), rules(decoded));
        assertEquals(List.of(13, 15, 0, 6, 9, 12), decoded.defects().stream().map(Defect::offset).toList());
        assertEquals(Optional.empty(), decoded.packet());
    }

    @Test
    void aProtocolErrorLeavesThePacketReadable() {
        Decoded decoded = Decoder.decode(Octets.of("90 .. 0000 00 01"),
                ProtocolVersion.MQTT_5, Direction.SERVER_TO_CLIENT);
        assertEquals(List.of("MQTT-2.2.1-6"), rules(decoded));
        assertEquals(Optional.of(new Suback(0, Properties.NONE, List.of(1))), decoded.packet());
    }

    @Test
    void theTypeIsKnownWhateverFollows() {
        assertEquals(PacketType.SUBSCRIBE, Decoder.decode(Octets.of("82"), null, null).type());
        assertEquals(PacketType.RESERVED, Decoder.decode(Bytes.EMPTY, null, null).type());
    }

    private static void assertPacket(String octets, ProtocolVersion version, Direction direction, Packet expected) {
        Decoded decoded = Decoder.decode(Octets.of(octets), version, direction);
        assertEquals(List.of(), decoded.defects());
        assertEquals(Optional.of(expected), decoded.packet());
        assertEquals(expected.type(), decoded.type());
        assertEquals(version, decoded.version());
    }

    private static List<String> rules(Decoded decoded) {
        return decoded.defects().stream().map(Defect::rule).toList();
    }

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
