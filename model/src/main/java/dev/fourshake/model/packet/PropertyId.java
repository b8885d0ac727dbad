package dev.fourshake.model.packet;

import static dev.fourshake.model.packet.PropertyId.Type.BINARY_DATA;
import static dev.fourshake.model.packet.PropertyId.Type.BYTE;
import static dev.fourshake.model.packet.PropertyId.Type.FOUR_BYTE_INTEGER;
import static dev.fourshake.model.packet.PropertyId.Type.TWO_BYTE_INTEGER;
import static dev.fourshake.model.packet.PropertyId.Type.UTF8_STRING;
import static dev.fourshake.model.packet.PropertyId.Type.UTF8_STRING_PAIR;
import static dev.fourshake.model.packet.PropertyId.Type.VARIABLE_BYTE_INTEGER;

import dev.fourshake.model.wire.PacketType;
import java.util.Optional;

/**
 * The property identifiers of MQTT 5 (table 2-4 of its section 2.2.2.2), each with the type of its value and the
 * packets that may have it.
 */
public enum PropertyId {
    PAYLOAD_FORMAT_INDICATOR(0x01, "Payload Format Indicator", BYTE, "3.3.2.3.2", In.PUBLISH | In.WILL),
    MESSAGE_EXPIRY_INTERVAL(0x02, "Message Expiry Interval", FOUR_BYTE_INTEGER, "3.3.2.3.3", In.PUBLISH | In.WILL),
    CONTENT_TYPE(0x03, "Content Type", UTF8_STRING, "3.3.2.3.9", In.PUBLISH | In.WILL),
    RESPONSE_TOPIC(0x08, "Response Topic", UTF8_STRING, "3.3.2.3.5", In.PUBLISH | In.WILL),
    CORRELATION_DATA(0x09, "Correlation Data", BINARY_DATA, "3.3.2.3.6", In.PUBLISH | In.WILL),
    SUBSCRIPTION_IDENTIFIER(0x0B, "Subscription Identifier", VARIABLE_BYTE_INTEGER, "3.8.2.1.2",
            In.PUBLISH | In.SUBSCRIBE),
    SESSION_EXPIRY_INTERVAL(0x11, "Session Expiry Interval", FOUR_BYTE_INTEGER, "3.1.2.11.2",
            In.CONNECT | In.CONNACK | In.DISCONNECT),
    ASSIGNED_CLIENT_IDENTIFIER(0x12, "Assigned Client Identifier", UTF8_STRING, "3.2.2.3.7", In.CONNACK),
    SERVER_KEEP_ALIVE(0x13, "Server Keep Alive", TWO_BYTE_INTEGER, "3.2.2.3.14", In.CONNACK),
    AUTHENTICATION_METHOD(0x15, "Authentication Method", UTF8_STRING, "3.1.2.11.9", In.CONNECT | In.CONNACK | In.AUTH),
    AUTHENTICATION_DATA(0x16, "Authentication Data", BINARY_DATA, "3.1.2.11.10", In.CONNECT | In.CONNACK | In.AUTH),
    REQUEST_PROBLEM_INFORMATION(0x17, "Request Problem Information", BYTE, "3.1.2.11.7", In.CONNECT),
    WILL_DELAY_INTERVAL(0x18, "Will Delay Interval", FOUR_BYTE_INTEGER, "3.1.3.2.2", In.WILL),
    REQUEST_RESPONSE_INFORMATION(0x19, "Request Response Information", BYTE, "3.1.2.11.6", In.CONNECT),
    RESPONSE_INFORMATION(0x1A, "Response Information", UTF8_STRING, "3.2.2.3.15", In.CONNACK),
    SERVER_REFERENCE(0x1C, "Server Reference", UTF8_STRING, "3.2.2.3.16", In.CONNACK | In.DISCONNECT),
    REASON_STRING(0x1F, "Reason String", UTF8_STRING, "3.2.2.3.9", In.ANSWERS),
    RECEIVE_MAXIMUM(0x21, "Receive Maximum", TWO_BYTE_INTEGER, "3.1.2.11.3", In.CONNECT | In.CONNACK),
    TOPIC_ALIAS_MAXIMUM(0x22, "Topic Alias Maximum", TWO_BYTE_INTEGER, "3.1.2.11.5", In.CONNECT | In.CONNACK),
    TOPIC_ALIAS(0x23, "Topic Alias", TWO_BYTE_INTEGER, "3.3.2.3.4", In.PUBLISH),
    MAXIMUM_QOS(0x24, "Maximum QoS", BYTE, "3.2.2.3.4", In.CONNACK),
    RETAIN_AVAILABLE(0x25, "Retain Available", BYTE, "3.2.2.3.5", In.CONNACK),
    USER_PROPERTY(0x26, "User Property", UTF8_STRING_PAIR, "3.1.2.11.8", In.ALL),
    MAXIMUM_PACKET_SIZE(0x27, "Maximum Packet Size", FOUR_BYTE_INTEGER, "3.1.2.11.4", In.CONNECT | In.CONNACK),
    WILDCARD_SUBSCRIPTION_AVAILABLE(0x28, "Wildcard Subscription Available", BYTE, "3.2.2.3.11", In.CONNACK),
    SUBSCRIPTION_IDENTIFIERS_AVAILABLE(0x29, "Subscription Identifier Available", BYTE, "3.2.2.3.12", In.CONNACK),
    SHARED_SUBSCRIPTION_AVAILABLE(0x2A, "Shared Subscription Available", BYTE, "3.2.2.3.13", In.CONNACK);

    private static final PropertyId[] BY_VALUE = new PropertyId[0x2B];

    static {
        for (PropertyId id : values()) {
            BY_VALUE[id.value] = id;
        }
    }

    private final int value;
    private final String title;
    private final Type type;
    private final String section;
    private final int homes;

    PropertyId(int value, String title, Type type, String section, int homes) {
        this.value = value;
        this.title = title;
        this.type = type;
        this.section = section;
        this.homes = homes;
    }

    /** The identifier on the wire. */
    public int value() {
        return value;
    }

    /** The specification's name, which is the same in every language. */
    public String title() {
        return title;
    }

    public Type type() {
        return type;
    }

    /** Section of MQTT 5.0 that defines it; one of them where it is defined for several packets. */
    public String section() {
        return section;
    }

    /** Whether a packet of this type may have it. */
    public boolean isAllowedIn(PacketType packet) {
        return (homes & In.packet(packet)) != 0;
    }

    /** Whether the properties of a Will may have it. */
    public boolean isAllowedInWill() {
        return (homes & In.WILL) != 0;
    }

    public static Optional<PropertyId> of(long value) {
        return value < 0 || value >= BY_VALUE.length ? Optional.empty() : Optional.ofNullable(BY_VALUE[(int) value]);
    }

    /** How a property's value is written (MQTT 5.0 section 1.5). */
    public enum Type {
        BYTE, TWO_BYTE_INTEGER, FOUR_BYTE_INTEGER, VARIABLE_BYTE_INTEGER, UTF8_STRING, UTF8_STRING_PAIR, BINARY_DATA
    }

    /** Where a property may stand: a bit for each packet type, and that of the forbidden type 0 for the Will. */
    private static final class In {
        static final int WILL = 1;
        static final int CONNECT = packet(PacketType.CONNECT);
        static final int CONNACK = packet(PacketType.CONNACK);
        static final int PUBLISH = packet(PacketType.PUBLISH);
        static final int SUBSCRIBE = packet(PacketType.SUBSCRIBE);
        static final int DISCONNECT = packet(PacketType.DISCONNECT);
        static final int AUTH = packet(PacketType.AUTH);
        static final int ANSWERS = CONNACK | DISCONNECT | AUTH | packet(PacketType.PUBACK) | packet(PacketType.PUBREC)
                | packet(PacketType.PUBREL) | packet(PacketType.PUBCOMP) | packet(PacketType.SUBACK)
                | packet(PacketType.UNSUBACK);
        static final int ALL = ANSWERS | WILL | CONNECT | PUBLISH | SUBSCRIBE | packet(PacketType.UNSUBSCRIBE);

        static int packet(PacketType type) {
            return 1 << type.value();
        }
    }
}
