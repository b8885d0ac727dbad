package dev.fourshake.model.dissect;

import static dev.fourshake.model.dissect.Defect.Verdict.INCOMPLETE;
import static dev.fourshake.model.dissect.Defect.Verdict.MALFORMED;
import static dev.fourshake.model.dissect.Defect.Verdict.PROTOCOL_ERROR;

import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.ProtocolVersion;

/**
 * What the bytes of one packet may break, as a table: verdict, the Reason Code that MQTT 5 names for it, and the
 * identifiers of the statement in 3.1.1 and in 5.0. Where the specification gives no number, its section stands.
 *
 * <p>The line between the two verdicts is that of MQTT 5.0 section 1.2: malformed is what cannot be parsed by the
 * format, or what the text calls so; a protocol error is found after parsing. The code is 0x81 or 0x82 unless there is
 * a more specific one (section 4.13.1).
 */
enum Rule {
    MORE_BYTES_NEEDED(INCOMPLETE, -1, "FS-INCOMPLETE"),

    // -------------------------------------------------------------------------------- any packet
    TRUNCATED(MALFORMED, 0x81, "FS-TRUNCATED"),
    SURPLUS(MALFORMED, 0x81, "FS-SURPLUS"),
    VARIABLE_BYTE_INTEGER_TOO_LONG(MALFORMED, 0x81, "section 2.2.3", "section 1.5.5"),
    VARIABLE_BYTE_INTEGER_NOT_MINIMAL(MALFORMED, 0x81, "MQTT-1.5.5-1"),
    RESERVED_TYPE(MALFORMED, 0x81, "section 2.2.1", "section 2.1.2"),
    WRONG_DIRECTION(PROTOCOL_ERROR, 0x82, "section 2.2.1", "section 2.1.2"),
    FLAGS(MALFORMED, 0x81, "MQTT-2.2.2-1", "MQTT-2.1.3-1"),
    FLAGS_3_1(MALFORMED, 0x81, "section 2.1 / 4.1 (3.1)"),
    PUBREL_FLAGS(MALFORMED, 0x81, "MQTT-3.6.1-1"),
    SUBSCRIBE_FLAGS(MALFORMED, 0x81, "MQTT-3.8.1-1"),
    UNSUBSCRIBE_FLAGS(MALFORMED, 0x81, "MQTT-3.10.1-1"),
    DISCONNECT_FLAGS(MALFORMED, 0x81, "MQTT-3.14.1-1"),
    AUTH_FLAGS(MALFORMED, 0x81, "MQTT-3.15.1-1"),
    NOT_UTF_8(MALFORMED, 0x81, "MQTT-1.5.3-1", "MQTT-1.5.4-1"),
    NULL_CHARACTER(MALFORMED, 0x81, "MQTT-1.5.3-2", "MQTT-1.5.4-2"),
    PAIR_NOT_UTF_8(MALFORMED, 0x81, "MQTT-1.5.7-1"),
    PAIR_NULL_CHARACTER(MALFORMED, 0x81, "MQTT-1.5.7-1"),
    PACKET_ID_ZERO_FROM_CLIENT(PROTOCOL_ERROR, 0x82, "MQTT-2.3.1-1", "MQTT-2.2.1-3"),
    PACKET_ID_ZERO_FROM_SERVER(PROTOCOL_ERROR, 0x82, "MQTT-2.3.1-4", "MQTT-2.2.1-4"),
    PACKET_ID_ZERO_ACKNOWLEDGED(PROTOCOL_ERROR, 0x82, "MQTT-2.3.1-6", "MQTT-2.2.1-5"),
    PACKET_ID_ZERO_ANSWERED(PROTOCOL_ERROR, 0x82, "MQTT-2.3.1-7", "MQTT-2.2.1-6"),
    TOPIC_EMPTY(PROTOCOL_ERROR, 0x82, "MQTT-4.7.3-1"),
    TOPIC_WILDCARD(PROTOCOL_ERROR, 0x90, "MQTT-4.7.1-1", "MQTT-4.7.0-1"),

    // -------------------------------------------------------------------------------- CONNECT
    PROTOCOL_NAME(PROTOCOL_ERROR, 0x84, "MQTT-3.1.2-1"),
    PROTOCOL_LEVEL(PROTOCOL_ERROR, 0x84, "MQTT-3.1.2-2"),
    CONNECT_RESERVED_FLAG(MALFORMED, 0x81, "MQTT-3.1.2-3"),
    CLIENT_ID_MISSING(MALFORMED, 0x81, "MQTT-3.1.3-3"),
    CLIENT_ID_EMPTY(PROTOCOL_ERROR, -1, "MQTT-3.1.3-7"),
    CLIENT_ID_LENGTH(PROTOCOL_ERROR, -1, "section 3.1.3 (3.1)"),
    WILL_MISSING(MALFORMED, 0x81, "MQTT-3.1.2-9"),
    WILL_QOS_3(MALFORMED, 0x81, "MQTT-3.1.2-14", "MQTT-3.1.2-12"),
    WILL_QOS_WITHOUT_WILL(MALFORMED, 0x81, "MQTT-3.1.2-13", "MQTT-3.1.2-11"),
    WILL_RETAIN_WITHOUT_WILL(MALFORMED, 0x81, "MQTT-3.1.2-15", "MQTT-3.1.2-13"),
    WILL_PAYLOAD_FORMAT(PROTOCOL_ERROR, 0x99, "section 3.1.3.2.3"),
    USER_NAME_MISSING(MALFORMED, 0x81, "MQTT-3.1.2-19", "MQTT-3.1.2-17"),
    USER_NAME_SURPLUS(MALFORMED, 0x81, "MQTT-3.1.2-18", "MQTT-3.1.2-16"),
    PASSWORD_MISSING(MALFORMED, 0x81, "MQTT-3.1.2-21", "MQTT-3.1.2-19"),
    PASSWORD_SURPLUS(MALFORMED, 0x81, "MQTT-3.1.2-20", "MQTT-3.1.2-18"),
    PASSWORD_WITHOUT_USER_NAME(MALFORMED, -1, "MQTT-3.1.2-22"),

    // -------------------------------------------------------------------------------- CONNACK
    CONNACK_FLAGS(MALFORMED, 0x81, "section 3.2.2.1", "MQTT-3.2.2-1"),
    SESSION_PRESENT_REFUSED(PROTOCOL_ERROR, 0x82, "MQTT-3.2.2-4", "MQTT-3.2.2-6"),
    CONNACK_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.2.2-6", "MQTT-3.2.2-8"),

    // -------------------------------------------------------------------------------- PUBLISH and its answers
    QOS_3(MALFORMED, 0x81, "MQTT-3.3.1-4"),
    DUP_AT_QOS_0(PROTOCOL_ERROR, 0x82, "MQTT-3.3.1-2"),
    TOPIC_NAME_MISSING(MALFORMED, 0x81, "MQTT-3.3.2-1"),
    PUBLISH_WILDCARD(PROTOCOL_ERROR, 0x90, "MQTT-3.3.2-2"),
    TOPIC_AND_ALIAS_MISSING(PROTOCOL_ERROR, 0x82, "section 3.3.2.1"),
    PAYLOAD_FORMAT(PROTOCOL_ERROR, 0x99, "section 3.3.2.3.2"),
    PUBACK_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.4.2-1"),
    PUBREC_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.5.2-1"),
    PUBREL_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.6.2-1"),
    PUBCOMP_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.7.2-1"),

    // -------------------------------------------------------------------------------- SUBSCRIBE, UNSUBSCRIBE, answers
    SUBSCRIBE_FILTER_MISSING(MALFORMED, 0x81, "MQTT-3.8.3-1"),
    SUBSCRIBE_EMPTY(PROTOCOL_ERROR, 0x82, "MQTT-3.8.3-3", "MQTT-3.8.3-2"),
    REQUESTED_QOS(MALFORMED, -1, "MQTT-3-8.3-4"),
    SUBSCRIBE_RESERVED_BITS(MALFORMED, 0x81, "MQTT-3.8.3-5"),
    MAXIMUM_QOS_3(PROTOCOL_ERROR, 0x82, "section 3.8.3.1"),
    RETAIN_HANDLING_3(PROTOCOL_ERROR, 0x82, "section 3.8.3.1"),
    NO_LOCAL_ON_SHARED(PROTOCOL_ERROR, 0x82, "MQTT-3.8.3-4"),
    UNSUBSCRIBE_FILTER_MISSING(MALFORMED, 0x81, "MQTT-3.10.3-1"),
    UNSUBSCRIBE_EMPTY(PROTOCOL_ERROR, 0x82, "MQTT-3.10.3-2"),
    FILTER_EMPTY(PROTOCOL_ERROR, 0x8F, "MQTT-4.7.3-1"),
    FILTER_MULTI_LEVEL_WILDCARD(PROTOCOL_ERROR, 0x8F, "MQTT-4.7.1-2", "MQTT-4.7.1-1"),
    FILTER_SINGLE_LEVEL_WILDCARD(PROTOCOL_ERROR, 0x8F, "MQTT-4.7.1-3", "MQTT-4.7.1-2"),
    SHARE_NAME_EMPTY(PROTOCOL_ERROR, 0x8F, "MQTT-4.8.2-1"),
    SHARE_NAME(PROTOCOL_ERROR, 0x8F, "MQTT-4.8.2-2"),
    SUBACK_EMPTY(PROTOCOL_ERROR, 0x82, "MQTT-3.8.4-5", "MQTT-3.8.4-6"),
    SUBACK_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.9.3-2"),
    UNSUBACK_EMPTY(PROTOCOL_ERROR, 0x82, "MQTT-3.11.3-1"),
    UNSUBACK_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.11.3-2"),

    // -------------------------------------------------------------------------------- DISCONNECT, AUTH
    DISCONNECT_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.14.2-1"),
    SESSION_EXPIRY_FROM_SERVER(PROTOCOL_ERROR, 0x82, "MQTT-3.14.2-2"),
    AUTH_CODE(PROTOCOL_ERROR, 0x82, "MQTT-3.15.2-1"),
    AUTHENTICATION_METHOD_MISSING(PROTOCOL_ERROR, 0x82, "section 3.15.2.2.2"),

    // -------------------------------------------------------------------------------- properties
    PROPERTY_LENGTH_MISSING(MALFORMED, 0x81, "MQTT-2.2.2-1"),
    PROPERTY_UNKNOWN(MALFORMED, 0x81, "section 2.2.2.2"),
    PROPERTY_NOT_ALLOWED(MALFORMED, 0x81, "section 2.2.2.2"),
    PROPERTY_TRUNCATED(MALFORMED, 0x81, "section 2.2.2.2"),
    PROPERTY_REPEATED(PROTOCOL_ERROR, 0x82, "section 3.x.2 (each property)"),
    /** Its section is that of the property. */
    PROPERTY_NOT_0_OR_1(PROTOCOL_ERROR, 0x82, "section "),
    RECEIVE_MAXIMUM_ZERO(PROTOCOL_ERROR, 0x82, "section 3.1.2.11.3 / 3.2.2.3.3"),
    MAXIMUM_PACKET_SIZE_ZERO(PROTOCOL_ERROR, 0x82, "section 3.1.2.11.4 / 3.2.2.3.6"),
    TOPIC_ALIAS_ZERO(PROTOCOL_ERROR, 0x94, "MQTT-3.3.2-8"),
    SUBSCRIPTION_IDENTIFIER_ZERO(PROTOCOL_ERROR, 0x82, "section 3.3.2.3.8 / 3.8.2.1.2"),
    SUBSCRIPTION_IDENTIFIER_FROM_CLIENT(PROTOCOL_ERROR, 0x82, "MQTT-3.3.4-6"),
    RESPONSE_TOPIC_WILDCARD(PROTOCOL_ERROR, 0x90, "MQTT-3.3.2-14"),
    AUTHENTICATION_DATA_ALONE(PROTOCOL_ERROR, 0x82, "section 3.1.2.11.10");

    private final Defect.Verdict verdict;
    private final int reasonCode;
    private final String before5;
    private final String in5;

    Rule(Defect.Verdict verdict, int reasonCode, String identifier) {
        this(verdict, reasonCode, identifier, identifier);
    }

    Rule(Defect.Verdict verdict, int reasonCode, String before5, String in5) {
        this.verdict = verdict;
        this.reasonCode = reasonCode;
        this.before5 = before5;
        this.in5 = in5;
    }

    Defect.Verdict verdict() {
        return verdict;
    }

    String identifier(ProtocolVersion version) {
        return version.isMqtt5() ? in5 : before5;
    }

    Defect defect(ProtocolVersion version, String identifier, int offset, int length, Object... arguments) {
        return new Defect(verdict, identifier, version.isMqtt5() ? reasonCode : -1, offset, length,
                Message.of(Rule.class, "defect." + name(), arguments));
    }
}
