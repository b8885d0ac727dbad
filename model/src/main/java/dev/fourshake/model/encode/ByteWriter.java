package dev.fourshake.model.encode;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes MQTT's data types (MQTT 5.0 section 1.5) into bytes that grow. */
final class ByteWriter {

    private static final int MAX_PREFIXED = 0xFFFF;
    private static final int MAX_VARIABLE_BYTE_INTEGER = 0x0FFF_FFFF;

    private byte[] bytes = new byte[64];
    private int length;

    void uint8(int value) {
        require(1);
        bytes[length++] = (byte) value;
    }

    void uint16(int value) {
        uint8(value >> 8);
        uint8(value);
    }

    void variableByteInteger(long value) {
        if (value < 0 || value > MAX_VARIABLE_BYTE_INTEGER) {
            throw new IllegalArgumentException(value + " does not fit into a Variable Byte Integer");
        }
        long rest = value;
        while (rest > 0x7F) {
            uint8((int) (rest & 0x7F | 0x80));
            rest >>= 7;
        }
        uint8((int) rest);
    }

    void text(String value) {
        binary(Bytes.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    void binary(Bytes value) {
        if (value.length() > MAX_PREFIXED) {
            throw new IllegalArgumentException(value.length() + " bytes do not fit into one value");
        }
        uint16(value.length());
        bytes(value);
    }

    void bytes(Bytes value) {
        require(value.length());
        value.copyTo(0, bytes, length, value.length());
        length += value.length();
    }

    void properties(Properties properties) {
        ByteWriter block = new ByteWriter();
        properties.entries().forEach(block::property);
        variableByteInteger(block.length);
        bytes(Bytes.of(block.bytes, 0, block.length));
    }

    /** All that was written, behind a fixed header. */
    Bytes packet(int firstByte) {
        ByteWriter packet = new ByteWriter();
        packet.require(5 + length);
        packet.uint8(firstByte);
        packet.variableByteInteger(length);
        packet.bytes(Bytes.of(bytes, 0, length));
        return Bytes.of(packet.bytes, 0, packet.length);
    }

    private void property(Property property) {
        variableByteInteger(property.id().value());
        switch (property.value()) {
            case Property.Number(long value) -> number(property.id().type(), value);
            case Property.Text(String value) -> text(value);
            case Property.Binary(Bytes value) -> binary(value);
            case Property.Pair(String name, String value) -> {
                text(name);
                text(value);
            }
        }
    }

    private void number(PropertyId.Type type, long value) {
        switch (type) {
            case BYTE -> uint8((int) value);
            case TWO_BYTE_INTEGER -> uint16((int) value);
            case FOUR_BYTE_INTEGER -> {
                uint16((int) (value >> 16));
                uint16((int) value);
            }
            case VARIABLE_BYTE_INTEGER -> variableByteInteger(value);
            case UTF8_STRING, UTF8_STRING_PAIR, BINARY_DATA ->
                    throw new IllegalArgumentException("a number where the identifier prescribes " + type);
        }
    }

    private void require(int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * length)));
        }
    }
}
