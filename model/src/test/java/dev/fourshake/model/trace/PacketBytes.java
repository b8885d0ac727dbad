package dev.fourshake.model.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes packets as they stand on the wire, right or wrong, for tests of what comes behind the decoder. */
final class PacketBytes {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final boolean mqtt5;

    PacketBytes(ProtocolVersion version) {
        this.mqtt5 = version.isMqtt5();
    }

    boolean isEmpty() {
        return body.size() == 0;
    }

    PacketBytes u8(int value) {
        body.write(value);
        return this;
    }

    PacketBytes u16(int value) {
        return u8(value >> 8).u8(value);
    }

    PacketBytes u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    PacketBytes text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return u16(bytes.length).raw(bytes);
    }

    PacketBytes raw(byte... bytes) {
        body.writeBytes(bytes);
        return this;
    }

    /** A property length and the properties, nothing before MQTT 5. */
    PacketBytes properties(PacketBytes properties) {
        if (mqtt5) {
            variable(properties.body.size());
            raw(properties.body.toByteArray());
        }
        return this;
    }

    private void variable(int value) {
        int rest = value;
        do {
            u8(rest % 128 | (rest >= 128 ? 128 : 0));
            rest /= 128;
        } while (rest > 0);
    }

    /** The whole packet: fixed header and all that was written. */
    Bytes packet(int firstByte) {
        PacketBytes packet = new PacketBytes(ProtocolVersion.MQTT_3_1_1).u8(firstByte);
        packet.variable(body.size());
        return Bytes.of(packet.raw(body.toByteArray()).body.toByteArray());
    }
}
