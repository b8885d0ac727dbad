package dev.fourshake.model.trace;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.session.LinkState;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;

/** Decodes the packets of a link in its version; where its CONNECT was not seen, works the version out. */
final class PacketDecoding {

    private static final List<ProtocolVersion> CANDIDATES = List.of(ProtocolVersion.MQTT_5,
            ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_3_1);
    /** So many bytes of a payload tell whether it is text. */
    private static final int TELLING = 64;

    private PacketDecoding() {
    }

    /**
     * A link without CONNECT is read as MQTT 3.1.1 until a packet comes that can only be of another version, or is a
     * PUBLISH that is much likelier to be MQTT 5.
     *
     * @param known the packet as it was decoded before, in whatever version; null where it was not
     */
    static Decoded decode(LinkState link, Bytes raw, Direction direction, Decoded known) {
        Decoded decoded = known != null && known.version() == link.readAs() ? known
                : Decoder.decode(raw, link.readAs(), direction);
        if (link.connectRow() >= 0 || decoded.type() == PacketType.CONNECT) {
            return decoded;
        }
        if (!link.versionAssumed()) {
            link.assume(ProtocolVersion.MQTT_3_1_1, false);
        }
        if (decoded.isOk()) {
            return link.isVersionProven() || decoded.type() != PacketType.PUBLISH ? decoded
                    : guess(link, decoded, raw, direction);
        }
        return link.isVersionProven() ? decoded : prove(link, decoded, raw, direction);
    }

    private static Decoded prove(LinkState link, Decoded decoded, Bytes raw, Direction direction) {
        for (ProtocolVersion version : CANDIDATES) {
            Decoded other = version == link.readAs() ? decoded : Decoder.decode(raw, version, direction);
            if (other.isOk()) {
                link.assume(version, version != ProtocolVersion.MQTT_3_1_1 || link.readAs().isMqtt5());
                return other;
            }
        }
        return decoded;
    }

    /** A payload that begins with zero, or with what can be read as properties, is rare where there are none. */
    private static Decoded guess(LinkState link, Decoded decoded, Bytes raw, Direction direction) {
        if (link.readAs().isMqtt5()) {
            return decoded;
        }
        Decoded as5 = Decoder.decode(raw, ProtocolVersion.MQTT_5, direction);
        if (as5.isOk() && as5.packet().orElse(null) instanceof Publish publish
                && (!publish.properties().isEmpty() || isText(publish.payload()))) {
            link.assume(ProtocolVersion.MQTT_5, false);
            return as5;
        }
        return decoded;
    }

    private static boolean isText(Bytes payload) {
        for (int i = 0; i < payload.length() && i < TELLING; i++) {
            int at = payload.at(i);
            if (at < ' ' && at != '\t' && at != '\r' && at != '\n' || at == 0x7F) {
                return false;
            }
        }
        return !payload.isEmpty();
    }
}
