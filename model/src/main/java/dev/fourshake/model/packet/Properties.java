package dev.fourshake.model.packet;

import dev.fourshake.model.wire.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The properties of an MQTT 5 packet or Will in the order of the wire (MQTT 5.0 section 2.2.2). Immutable. */
public final class Properties {

    public static final Properties NONE = new Properties(List.of());

    private final List<Property> entries;
    /** A bit for each identifier that is there: each rule asks each message for one, and few have it. */
    private final int present;

    public Properties(List<Property> entries) {
        this.entries = List.copyOf(entries);
        int found = 0;
        for (int i = 0; i < this.entries.size(); i++) {
            found |= 1 << this.entries.get(i).id().ordinal();
        }
        present = found;
    }

    public static Properties of(Property... entries) {
        return new Properties(List.of(entries));
    }

    public List<Property> entries() {
        return entries;
    }

    public boolean isEmpty() {
        return present == 0;
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
        if ((present & 1 << id.ordinal()) == 0) {
            return -1;
        }
        // by index: an iterator for each question is a tenth of what they cost
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Properties that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "Properties" + entries;
    }
}
