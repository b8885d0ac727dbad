package dev.fourshake.model.encode;

import dev.fourshake.model.dissect.ReasonCodes;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes good packets of all kinds, with any properties that they may have. The same seed makes the same packet. */
public final class Packets {

    private static final String[] TOPICS = {"a", "press/4/state", "/", "$SYS/uptime", "Ä/水/𪛔", "\uFEFFx"};
    private static final String[] FILTERS = {"a", "#", "+", "a/+/b", "+/+/#", "/", "press/#", "$SYS/#"};

    private final Random random;
    private final ProtocolVersion version;
    private final Direction direction;

    private Packets(long seed, ProtocolVersion version, Direction direction) {
        random = new Random(seed);
        this.version = version;
        this.direction = direction;
    }

    public static Packet any(long seed, ProtocolVersion version, Direction direction) {
        return new Packets(seed, version, direction).any();
    }

    private Packet any() {
        boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
        return switch (random.nextInt(version.isMqtt5() ? 10 : fromClient ? 9 : 8)) {
            case 0 -> new Puback(packetId(), code(PacketType.PUBACK), properties(PacketType.PUBACK));
            case 1 -> new Pubrec(packetId(), code(PacketType.PUBREC), properties(PacketType.PUBREC));
            case 2 -> new Pubrel(packetId(), code(PacketType.PUBREL), properties(PacketType.PUBREL));
            case 3 -> new Pubcomp(packetId(), code(PacketType.PUBCOMP), properties(PacketType.PUBCOMP));
            case 4 -> publish();
            case 5 -> fromClient ? connect() : connack();
            case 6 -> fromClient
                    ? new Subscribe(packetId(), properties(PacketType.SUBSCRIBE), subscriptions())
                    : new Suback(packetId(), properties(PacketType.SUBACK), codes(PacketType.SUBACK));
            case 7 -> fromClient ? unsubscribeOrPing() : unsubackOrPing();
            case 8 -> new Disconnect(code(PacketType.DISCONNECT), properties(PacketType.DISCONNECT));
            default -> new Auth(code(PacketType.AUTH), properties(PacketType.AUTH));
        };
    }

    private Packet unsubscribeOrPing() {
        return random.nextInt(4) == 0 ? new Pingreq() : new Unsubscribe(packetId(), properties(PacketType.UNSUBSCRIBE),
                List.of(pick(FILTERS), pick(FILTERS)));
    }

    private Packet unsubackOrPing() {
        return random.nextInt(4) == 0 ? new Pingresp() : new Unsuback(packetId(), properties(PacketType.UNSUBACK),
                version.isMqtt5() ? codes(PacketType.UNSUBACK) : List.of());
    }

    private Connect connect() {
        Optional<Will> will = random.nextBoolean() ? Optional.empty() : Optional.of(new Will(pick(TOPICS),
                payload(100), qos(), random.nextBoolean(), properties(null)));
        Optional<String> userName = random.nextBoolean() ? Optional.of(pick(TOPICS)) : Optional.empty();
        Optional<Bytes> password = random.nextBoolean() && (userName.isPresent() || version.isMqtt5())
                ? Optional.of(payload(20)) : Optional.empty();
        return new Connect(version.protocolName(), version.level(), random.nextBoolean(), random.nextInt(0x10000),
                properties(PacketType.CONNECT), "press-" + random.nextInt(1000), will, userName, password);
    }

    private Connack connack() {
        int code = code(PacketType.CONNACK);
        boolean sessionPresent = code == 0 && version != ProtocolVersion.MQTT_3_1 && random.nextBoolean();
        return new Connack(sessionPresent, code, properties(PacketType.CONNACK));
    }

    private Publish publish() {
        Qos qos = qos();
        return new Publish(qos != Qos.AT_MOST_ONCE && random.nextBoolean(), qos, random.nextBoolean(), pick(TOPICS),
                qos == Qos.AT_MOST_ONCE ? 0 : packetId(), properties(PacketType.PUBLISH), payload(300));
    }

    private List<TopicSubscription> subscriptions() {
        List<TopicSubscription> subscriptions = new ArrayList<>();
        do {
            subscriptions.add(version.isMqtt5()
                    ? new TopicSubscription(pick(FILTERS), qos(), random.nextBoolean(), random.nextBoolean(),
                            random.nextInt(3))
                    : new TopicSubscription(pick(FILTERS), qos(), false, false, 0));
        } while (random.nextBoolean());
        return subscriptions;
    }

    private List<Integer> codes(PacketType type) {
        List<Integer> codes = new ArrayList<>();
        do {
            codes.add(code(type));
        } while (random.nextBoolean());
        return codes;
    }

    private int code(PacketType type) {
        List<Integer> allowed = new ArrayList<>();
        for (int code = 0; code < 256; code++) {
            if (ReasonCodes.isAllowed(type, version, direction, code)) {
                allowed.add(code);
            }
        }
        return allowed.isEmpty() ? 0 : allowed.get(random.nextInt(allowed.size()));
    }

    /** Properties that a packet, or (null) a Will, may have. */
    private Properties properties(PacketType type) {
        if (!version.isMqtt5()) {
            return Properties.NONE;
        }
        List<Property> properties = new ArrayList<>();
        for (PropertyId id : PropertyId.values()) {
            boolean allowed = type == null ? id.isAllowedInWill() : id.isAllowedIn(type);
            boolean needed = type == PacketType.AUTH && id == PropertyId.AUTHENTICATION_METHOD;
            if (allowed && (needed || random.nextInt(3) == 0) && maySend(type, id)) {
                properties.add(new Property(id, value(id)));
            }
        }
        if (random.nextBoolean()) {
            properties.add(Property.user("twice", "1"));
            properties.add(Property.user("twice", ""));
        }
        Properties without = new Properties(properties);
        if (without.binary(PropertyId.AUTHENTICATION_DATA).isPresent()
                && without.text(PropertyId.AUTHENTICATION_METHOD).isEmpty()) {
            properties.add(Property.text(PropertyId.AUTHENTICATION_METHOD, "SCRAM-SHA-1"));
        }
        Collections.shuffle(properties, random);
        return new Properties(properties);
    }

    private boolean maySend(PacketType type, PropertyId id) {
        return switch (id) {
            case SUBSCRIPTION_IDENTIFIER -> type == PacketType.SUBSCRIBE || direction == Direction.SERVER_TO_CLIENT;
            case SESSION_EXPIRY_INTERVAL -> type != PacketType.DISCONNECT || direction == Direction.CLIENT_TO_SERVER;
            default -> true;
        };
    }

    private Property.Value value(PropertyId id) {
        return switch (id.type()) {
            // Not 1 for the Payload Format Indicator: the payloads are any bytes.
            case BYTE -> new Property.Number(id == PropertyId.PAYLOAD_FORMAT_INDICATOR ? 0 : random.nextInt(2));
            case TWO_BYTE_INTEGER -> new Property.Number(1 + random.nextInt(0xFFFF));
            case FOUR_BYTE_INTEGER -> new Property.Number(1 + (random.nextInt() & 0xFFFF_FFFEL));
            case VARIABLE_BYTE_INTEGER -> new Property.Number(1 + random.nextInt(1 << random.nextInt(28)));
            case UTF8_STRING -> new Property.Text(pick(TOPICS));
            case UTF8_STRING_PAIR -> new Property.Pair(pick(TOPICS), random.nextBoolean() ? "" : pick(TOPICS));
            case BINARY_DATA -> new Property.Binary(payload(40));
        };
    }

    private Bytes payload(int most) {
        if (random.nextInt(3) == 0) {
            return Bytes.of("21.5 °C".getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private int packetId() {
        return 1 + random.nextInt(0xFFFF);
    }

    private Qos qos() {
        return Qos.ofLevel(random.nextInt(3));
    }

    private String pick(String[] texts) {
        return texts[random.nextInt(texts.length)];
    }
}
