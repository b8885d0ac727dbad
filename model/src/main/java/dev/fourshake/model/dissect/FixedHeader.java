package dev.fourshake.model.dissect;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;

/** The fixed header (MQTT 5.0 section 2.1): type, flags and Remaining Length, which all packets have. */
final class FixedHeader {

    private static final String[] QOS = {"qos.0", "qos.1", "qos.2", "qos.3"};

    private FixedHeader() {
    }

    /**
     * Reads the header, after which the reader is bounded by the packet's end.
     *
     * @throws PacketReader.Broken where the rest cannot be read
     */
    static void read(PacketReader in) {
        in.open("Fixed Header");
        int firstByte = in.openFlags("Packet Type and Flags");
        PacketType type = PacketType.ofFirstByte(firstByte);
        in.begin(type, type == PacketType.CONNECT ? namedVersion(in.frame).orElse(in.version()) : in.version());
        in.bits("Control Packet Type", 0xF0);
        if (in.isRecording()) {
            in.explain("packet.type", type.name());
        }
        boolean forbidden = type == PacketType.RESERVED || type == PacketType.AUTH && !in.isMqtt5();
        if (type == PacketType.PUBLISH) {
            publishFlags(in);
        } else {
            in.bits("Reserved", 0x0F);
            if (!forbidden) {
                judgeFlags(in, type, firstByte & 0x0F);
            }
        }
        in.closeFlags();
        if (forbidden) {
            in.defect(Rule.RESERVED_TYPE, 0, 1, type.value(), in.version().code());
        } else if (in.direction() != null && !mayTravel(type, in.version(), in.direction())) {
            in.defect(Rule.WRONG_DIRECTION, 0, 1, type.name(), in.direction().code());
        }
        int remainingLength = in.variableByteInteger("Remaining Length");
        in.explain("remaining.length", remainingLength);
        in.close();
        in.beginBody(remainingLength);
        if (forbidden) {
            throw PacketReader.broken();
        }
    }

    /** Whether a packet of this type may go this way (table 2-1). */
    static boolean mayTravel(PacketType type, ProtocolVersion version, Direction direction) {
        return switch (type) {
            case CONNECT, SUBSCRIBE, UNSUBSCRIBE, PINGREQ -> direction == Direction.CLIENT_TO_SERVER;
            case CONNACK, SUBACK, UNSUBACK, PINGRESP -> direction == Direction.SERVER_TO_CLIENT;
            case DISCONNECT -> version.isMqtt5() || direction == Direction.CLIENT_TO_SERVER;
            case RESERVED, PUBLISH, PUBACK, PUBREC, PUBREL, PUBCOMP, AUTH -> true;
        };
    }

    private static void publishFlags(PacketReader in) {
        int dup = in.bits("DUP", 0x08);
        in.explain(dup == 0 ? "dup.0" : "dup.1");
        int qos = in.bits("QoS", 0x06);
        in.explain(QOS[qos]);
        int retain = in.bits("RETAIN", 0x01);
        in.explain(retain == 0 ? "retain.0" : "retain.1");
        if (qos == 3) {
            in.defect(Rule.QOS_3, 0, 1);
        } else if (qos == 0 && dup == 1) {
            in.defect(Rule.DUP_AT_QOS_0, 0, 1);
        }
    }

    private static void judgeFlags(PacketReader in, PacketType type, int flags) {
        boolean fixed2 = type == PacketType.PUBREL || type == PacketType.SUBSCRIBE || type == PacketType.UNSUBSCRIBE;
        int expected = fixed2 ? 0x02 : 0x00;
        if (in.version() == ProtocolVersion.MQTT_3_1) {
            // There these are QoS 1 packets whose DUP flag marks a repetition; the flags of others are not looked at.
            if (fixed2 && (flags & 0x06) != expected) {
                in.defect(Rule.FLAGS_3_1, 0, 1, type.name(), flags);
            }
        } else if (flags != expected) {
            in.defect(switch (type) {
                case PUBREL -> Rule.PUBREL_FLAGS;
                case SUBSCRIBE -> Rule.SUBSCRIBE_FLAGS;
                case UNSUBSCRIBE -> Rule.UNSUBSCRIBE_FLAGS;
                case DISCONNECT -> Rule.DISCONNECT_FLAGS;
                case AUTH -> Rule.AUTH_FLAGS;
                case RESERVED, CONNECT, CONNACK, PUBLISH, PUBACK, PUBREC, PUBCOMP, SUBACK, UNSUBACK, PINGREQ,
                     PINGRESP -> Rule.FLAGS;
            }, 0, 1, type.name(), expected, flags);
        }
    }

    /** The version that a CONNECT names: it stands behind the protocol name, whose length comes first. */
    private static Optional<ProtocolVersion> namedVersion(Bytes frame) {
        int at = 1;
        while (at < 4 && at < frame.length() && frame.at(at) >= 0x80) {
            at++;
        }
        at++;
        if (at + 2 > frame.length()) {
            return Optional.empty();
        }
        int level = at + 2 + frame.uint16(at);
        return level < frame.length() ? ProtocolVersion.ofLevel(frame.at(level)) : Optional.empty();
    }
}
