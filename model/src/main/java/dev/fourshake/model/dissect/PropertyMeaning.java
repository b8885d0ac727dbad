package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;

/** Shows a property to a person: its value, and what it means. */
final class PropertyMeaning {

    private static final long NEVER = 0xFFFF_FFFFL;

    private PropertyMeaning() {
    }

    static String shown(Property.Value value) {
        return switch (value) {
            case Property.Number(long number) -> Long.toString(number);
            case Property.Text(String text) -> text;
            case Property.Binary(var bytes) -> Preview.of(bytes);
            case Property.Pair(String name, String second) -> name + " = " + second;
        };
    }

    static void explain(PacketReader in, PropertyId id, Property.Value value) {
        String key = "property." + id.name();
        if (value instanceof Property.Number(long number)) {
            in.explain(switch (id) {
                case PAYLOAD_FORMAT_INDICATOR, REQUEST_PROBLEM_INFORMATION, REQUEST_RESPONSE_INFORMATION, MAXIMUM_QOS,
                     RETAIN_AVAILABLE, WILDCARD_SUBSCRIPTION_AVAILABLE, SUBSCRIPTION_IDENTIFIERS_AVAILABLE,
                     SHARED_SUBSCRIPTION_AVAILABLE -> number > 1 ? "property.not.0.or.1" : key + "." + number;
                case SESSION_EXPIRY_INTERVAL -> number == 0 ? key + ".0" : number == NEVER ? key + ".never" : key;
                case WILL_DELAY_INTERVAL, SERVER_KEEP_ALIVE, TOPIC_ALIAS_MAXIMUM -> number == 0 ? key + ".0" : key;
                case MESSAGE_EXPIRY_INTERVAL, SUBSCRIPTION_IDENTIFIER, RECEIVE_MAXIMUM, TOPIC_ALIAS,
                     MAXIMUM_PACKET_SIZE, CONTENT_TYPE, RESPONSE_TOPIC, CORRELATION_DATA, ASSIGNED_CLIENT_IDENTIFIER,
                     AUTHENTICATION_METHOD, AUTHENTICATION_DATA, RESPONSE_INFORMATION, SERVER_REFERENCE, REASON_STRING,
                     USER_PROPERTY -> key;
            }, number);
        } else {
            in.explain(key);
        }
    }
}
