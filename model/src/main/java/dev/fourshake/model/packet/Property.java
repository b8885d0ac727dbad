package dev.fourshake.model.packet;

import dev.fourshake.model.wire.Bytes;

/** One property of an MQTT 5 packet: an identifier and a value of the type that the identifier prescribes. */
public record Property(PropertyId id, Value value) {

    public static Property number(PropertyId id, long value) {
        return new Property(id, new Number(value));
    }

    public static Property text(PropertyId id, String value) {
        return new Property(id, new Text(value));
    }

    public static Property binary(PropertyId id, Bytes value) {
        return new Property(id, new Binary(value));
    }

    public static Property user(String name, String value) {
        return new Property(PropertyId.USER_PROPERTY, new Pair(name, value));
    }

    /** The value of a property. */
    public sealed interface Value permits Number, Text, Binary, Pair {
    }

    /** A byte, two byte, four byte or variable byte integer. */
    public record Number(long value) implements Value {
    }

    /** A UTF-8 encoded string. */
    public record Text(String value) implements Value {
    }

    /** Binary data. */
    public record Binary(Bytes value) implements Value {
    }

    /** A UTF-8 string pair: the User Property. */
    public record Pair(String name, String value) implements Value {
    }
}
