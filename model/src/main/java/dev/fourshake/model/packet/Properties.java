package dev.fourshake.model.packet;

import dev.fourshake.model.wire.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The properties of an MQTT 5 packet or Will in the order of the wire (MQTT 5.0 section 2.2.2). */
public record Properties(List<Property> entries) {

    public static final Properties NONE = new Properties(List.of());

    public Properties {
        entries = List.copyOf(entries);
    }

    public static Properties of(Property... entries) {
        return new Properties(List.of(entries));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The first number (byte, two byte, four byte or variable byte integer) with this identifier. */
    public OptionalLong number(PropertyId id) {
        int index = indexOfNumber(id);
        return index < 0 ? OptionalLong.empty() : OptionalLong.of(numberAt(index));
    }

    /** The same where most packets are asked for it: {@code absent} where there is none. */
    public long number(PropertyId id, long absent) {
        int index = indexOfNumber(id);
        return index < 0 ? absent : numberAt(index);
    }

    private int indexOfNumber(PropertyId id) {
        // by index: each rule asks each message, and an iterator for each question is a tenth of what they cost
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id() == id && entries.get(i).value() instanceof Property.Number) {
                return i;
            }
        }
        return -1;
    }

    private long numberAt(int index) {
        return ((Property.Number) entries.get(index).value()).value();
    }

    /** The first UTF-8 string with this identifier. */
    public Optional<String> text(PropertyId id) {
        for (Property entry : entries) {
            if (entry.id() == id && entry.value() instanceof Property.Text(String value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The first binary value with this identifier. */
    public Optional<Bytes> binary(PropertyId id) {
        for (Property entry : entries) {
            if (entry.id() == id && entry.value() instanceof Property.Binary(Bytes value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** All User Properties in their order, repeated names included. */
    public List<Property.Pair> userProperties() {
        return entries.stream()
                .filter(entry -> entry.id() == PropertyId.USER_PROPERTY)
                .map(Property::value)
                .filter(Property.Pair.class::isInstance)
                .map(Property.Pair.class::cast)
                .toList();
    }
}
