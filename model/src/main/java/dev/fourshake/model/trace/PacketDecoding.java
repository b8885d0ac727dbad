package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;

/** Decodes the packets of a link in its version; where its CONNECT was not seen, works the version out. */
final class PacketDecoding {

    private PacketDecoding() {
    }

    /** A link without CONNECT is read as MQTT 3.1.1 until a packet comes that can only be MQTT 5. */
    static Decoded decode(LinkState link, Bytes raw, Direction direction) {
        Decoded decoded = Decoder.decode(raw, link.readAs(), direction);
        if (link.connectRow() >= 0 || decoded.type() == PacketType.CONNECT) {
            return decoded;
        }
        if (!link.versionAssumed()) {
            link.assume(ProtocolVersion.MQTT_3_1_1);
        }
        if (decoded.isOk() || link.readAs().isMqtt5()) {
            return decoded;
        }
        Decoded as5 = Decoder.decode(raw, ProtocolVersion.MQTT_5, direction);
        if (as5.isOk()) {
            link.assume(ProtocolVersion.MQTT_5);
            return as5;
        }
        return decoded;
    }
}
