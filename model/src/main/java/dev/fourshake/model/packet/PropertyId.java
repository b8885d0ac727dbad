package dev.fourshake.model.packet;

import static dev.fourshake.model.packet.PropertyId.Type.BINARY_DATA;
import static dev.fourshake.model.packet.PropertyId.Type.BYTE;
import static dev.fourshake.model.packet.PropertyId.Type.FOUR_BYTE_INTEGER;
import static dev.fourshake.model.packet.PropertyId.Type.TWO_BYTE_INTEGER;
import static dev.fourshake.model.packet.PropertyId.Type.UTF8_STRING;
import static dev.fourshake.model.packet.PropertyId.Type.UTF8_STRING_PAIR;
import static dev.fourshake.model.packet.PropertyId.Type.VARIABLE_BYTE_INTEGER;

import java.util.Optional;

/** The property identifiers of MQTT 5 (table 2-4 of its section 2.2.2.2), each with the type of its value. */
public enum PropertyId {
    PAYLOAD_FORMAT_INDICATOR(0x01, "Payload Format Indicator", BYTE),
    MESSAGE_EXPIRY_INTERVAL(0x02, "Message Expiry Interval", FOUR_BYTE_INTEGER),
    CONTENT_TYPE(0x03, "Content Type", UTF8_STRING),
    RESPONSE_TOPIC(0x08, "Response Topic", UTF8_STRING),
    CORRELATION_DATA(0x09, "Correlation Data", BINARY_DATA),
    SUBSCRIPTION_IDENTIFIER(0x0B, "Subscription Identifier", VARIABLE_BYTE_INTEGER),
    SESSION_EXPIRY_INTERVAL(0x11, "Session Expiry Interval", FOUR_BYTE_INTEGER),
    ASSIGNED_CLIENT_IDENTIFIER(0x12, "Assigned Client Identifier", UTF8_STRING),
    SERVER_KEEP_ALIVE(0x13, "Server Keep Alive", TWO_BYTE_INTEGER),
    AUTHENTICATION_METHOD(0x15, "Authentication Method", UTF8_STRING),
    AUTHENTICATION_DATA(0x16, "Authentication Data", BINARY_DATA),
    REQUEST_PROBLEM_INFORMATION(0x17, "Request Problem Information", BYTE),
    WILL_DELAY_INTERVAL(0x18, "Will Delay Interval", FOUR_BYTE_INTEGER),
    REQUEST_RESPONSE_INFORMATION(0x19, "Request Response Information", BYTE),
    RESPONSE_INFORMATION(0x1A, "Response Information", UTF8_STRING),
    SERVER_REFERENCE(0x1C, "Server Reference", UTF8_STRING),
    REASON_STRING(0x1F, "Reason String", UTF8_STRING),
    RECEIVE_MAXIMUM(0x21, "Receive Maximum", TWO_BYTE_INTEGER),
    TOPIC_ALIAS_MAXIMUM(0x22, "Topic Alias Maximum", TWO_BYTE_INTEGER),
    TOPIC_ALIAS(0x23, "Topic Alias", TWO_BYTE_INTEGER),
    MAXIMUM_QOS(0x24, "Maximum QoS", BYTE),
    RETAIN_AVAILABLE(0x25, "Retain Available", BYTE),
    USER_PROPERTY(0x26, "User Property", UTF8_STRING_PAIR),
    MAXIMUM_PACKET_SIZE(0x27, "Maximum Packet Size", FOUR_BYTE_INTEGER),
    WILDCARD_SUBSCRIPTION_AVAILABLE(0x28, "Wildcard Subscription Available", BYTE),
    SUBSCRIPTION_IDENTIFIERS_AVAILABLE(0x29, "Subscription Identifier Available", BYTE),
    SHARED_SUBSCRIPTION_AVAILABLE(0x2A, "Shared Subscription Available", BYTE);

    private static final PropertyId[] BY_VALUE = new PropertyId[0x2B];

    static {
        for (PropertyId id : values()) {
            BY_VALUE[id.value] = id;
        }
    }

    private final int value;
    private final String title;
    private final Type type;

    PropertyId(int value, String title, Type type) {
        this.value = value;
        this.title = title;
        this.type = type;
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

    public static Optional<PropertyId> of(long value) {
        return value < 0 || value >= BY_VALUE.length ? Optional.empty() : Optional.ofNullable(BY_VALUE[(int) value]);
    }

    /** How a property's value is written (MQTT 5.0 section 1.5). */
    public enum Type {
        BYTE, TWO_BYTE_INTEGER, FOUR_BYTE_INTEGER, VARIABLE_BYTE_INTEGER, UTF8_STRING, UTF8_STRING_PAIR, BINARY_DATA
    }
}
