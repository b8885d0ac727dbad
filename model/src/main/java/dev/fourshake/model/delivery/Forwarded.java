package dev.fourshake.model.delivery;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;

/** The properties that a broker passes on unaltered (MQTT 5.0 section 3.3.2.3). */
public final class Forwarded {

    private Forwarded() {
    }

    /** A fingerprint of them, User Properties in their order: equal for equal ones, and hardly ever for others. */
    static int fingerprint(Properties properties) {
        if (properties.isEmpty()) {
            return 0;
        }
        int users = 0;
        int others = 0;
        for (Property entry : properties.entries()) {
            if (entry.id() == PropertyId.USER_PROPERTY) {
                users = users * 31 + entry.value().hashCode() + 1;
            } else if (isForwarded(entry.id())) {
                others += (entry.id().value() + 7) * 0x9E3779B1 ^ entry.value().hashCode() * 0x85EBCA6B;
            }
        }
        return users * 0xC2B2AE35 + others;
    }

    /** Whether a broker passes the property on as it is. */
    public static boolean isForwarded(PropertyId id) {
        return switch (id) {
            case PAYLOAD_FORMAT_INDICATOR, CONTENT_TYPE, RESPONSE_TOPIC, CORRELATION_DATA, USER_PROPERTY -> true;
            case MESSAGE_EXPIRY_INTERVAL, SUBSCRIPTION_IDENTIFIER, SESSION_EXPIRY_INTERVAL,
                 ASSIGNED_CLIENT_IDENTIFIER, SERVER_KEEP_ALIVE, AUTHENTICATION_METHOD, AUTHENTICATION_DATA,
                 REQUEST_PROBLEM_INFORMATION, WILL_DELAY_INTERVAL, REQUEST_RESPONSE_INFORMATION,
                 RESPONSE_INFORMATION, SERVER_REFERENCE, REASON_STRING, RECEIVE_MAXIMUM, TOPIC_ALIAS_MAXIMUM,
                 TOPIC_ALIAS, MAXIMUM_QOS, RETAIN_AVAILABLE, MAXIMUM_PACKET_SIZE, WILDCARD_SUBSCRIPTION_AVAILABLE,
                 SUBSCRIPTION_IDENTIFIERS_AVAILABLE, SHARED_SUBSCRIPTION_AVAILABLE -> false;
        };
    }
}
