package dev.fourshake.model.delivery;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;

/**
 * The properties that a broker passes on unaltered (MQTT 5.0 section 3.3.2.3), each with its part of a 64-bit
 * fingerprint: what differs can be named without keeping the properties.
 */
public enum Forwarded {
    PAYLOAD_FORMAT(PropertyId.PAYLOAD_FORMAT_INDICATOR, 0, 8),
    CONTENT_TYPE(PropertyId.CONTENT_TYPE, 8, 12),
    RESPONSE_TOPIC(PropertyId.RESPONSE_TOPIC, 20, 14),
    CORRELATION_DATA(PropertyId.CORRELATION_DATA, 34, 14),
    /** The User Properties, in whatever order. */
    USER_PROPERTIES(PropertyId.USER_PROPERTY, 48, 8),
    /** The order of the User Properties. */
    USER_PROPERTY_ORDER(PropertyId.USER_PROPERTY, 56, 8);

    private static final Forwarded[] ALL = values();

    private final PropertyId property;
    private final int shift;
    private final long mask;

    Forwarded(PropertyId property, int shift, int bits) {
        this.property = property;
        this.shift = shift;
        this.mask = (1L << bits) - 1;
    }

    public PropertyId property() {
        return property;
    }

    /** Whether two fingerprints differ in this part. */
    boolean differs(long one, long other) {
        return ((one ^ other) >>> shift & mask) != 0;
    }

    private long part(int hash) {
        return (stir(hash) & mask) << shift;
    }

    private static long stir(int hash) {
        long stirred = (hash + 1L) * 0x9E3779B97F4A7C15L;
        return stirred ^ stirred >>> 29;
    }

    /** A fingerprint of all of them; 0 where there are none. */
    static long fingerprint(Properties properties) {
        if (properties.isEmpty()) {
            return 0;
        }
        long fingerprint = 0;
        int users = 0;
        int ordered = 0;
        // by index, as each message is asked
        for (int i = 0; i < properties.entries().size(); i++) {
            Property entry = properties.entries().get(i);
            if (entry.id() == PropertyId.USER_PROPERTY) {
                users += entry.value().hashCode() * 0x85EBCA6B + 1;
                ordered = ordered * 31 + entry.value().hashCode() + 1;
            } else {
                fingerprint |= part(entry);
            }
        }
        return users == 0 ? fingerprint : fingerprint | USER_PROPERTIES.part(users) | USER_PROPERTY_ORDER.part(ordered);
    }

    private static long part(Property entry) {
        for (Forwarded forwarded : ALL) {
            if (forwarded.property == entry.id()) {
                return forwarded.part(entry.value().hashCode());
            }
        }
        return 0;
    }
}
