package dev.fourshake.app.tap.hold;

import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/** Packets that the tap makes in a peer's place. */
final class OwnPackets {

    static final Bytes PINGREQ = Bytes.of((byte) 0xC0, (byte) 0);
    static final Bytes PINGRESP = Bytes.of((byte) 0xD0, (byte) 0);

    private OwnPackets() {
    }

    /** An acknowledgement; one of several Topic Filters gets one code, as most ask for one. */
    static Bytes acknowledgement(PacketType type, int packetId, int reasonCode, ProtocolVersion version) {
        return packet(type, packetId, reasonCode).map(packet -> PacketEncoder.encode(packet, version)).orElseThrow();
    }

    static void requireAcknowledgement(PacketType type) {
        if (packet(type, 1, 0).isEmpty()) {
            throw new IllegalArgumentException("No acknowledgement: " + type);
        }
    }

    private static Optional<Packet> packet(PacketType type, int packetId, int reasonCode) {
        return Optional.ofNullable(switch (type) {
            case PUBACK -> new Puback(packetId, reasonCode, Properties.NONE);
            case PUBREC -> new Pubrec(packetId, reasonCode, Properties.NONE);
            case PUBREL -> new Pubrel(packetId, reasonCode, Properties.NONE);
            case PUBCOMP -> new Pubcomp(packetId, reasonCode, Properties.NONE);
            case SUBACK -> new Suback(packetId, Properties.NONE, List.of(reasonCode));
            case UNSUBACK -> new Unsuback(packetId, Properties.NONE, List.of(reasonCode));
            case RESERVED, CONNECT, CONNACK, PUBLISH, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, PINGRESP, DISCONNECT, AUTH ->
                    null;
        });
    }
}
