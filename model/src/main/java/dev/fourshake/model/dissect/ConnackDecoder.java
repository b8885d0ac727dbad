package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;

/**
 * CONNACK (MQTT 5.0 section 3.2). A server that does not know MQTT 5 refuses such a CONNECT in the format that it does
 * know (3.1.1 section 3.1.2.2): return code 1 without properties is read as that.
 */
final class ConnackDecoder implements PacketDecoder {

    @Override
    public Packet decode(PacketReader in) {
        if (in.isMqtt5() && in.isRest(0x00, 0x01)) {
            in.begin(PacketType.CONNACK, ProtocolVersion.MQTT_3_1_1);
        }
        in.open("Variable Header");
        boolean sessionPresent = false;
        if (in.version() == ProtocolVersion.MQTT_3_1) {
            // A reserved byte there: not used, and not judged.
            in.uint8("Reserved");
        } else {
            sessionPresent = acknowledgeFlags(in);
        }
        int flagsAt = in.position() - 1;
        int code = in.reasonCode(in.isMqtt5() ? "Connect Reason Code" : "Connect Return Code", Rule.CONNACK_CODE);
        if (sessionPresent && code != 0) {
            in.defect(Rule.SESSION_PRESENT_REFUSED, flagsAt, 1, Preview.code(code));
        }
        Properties properties = in.isMqtt5() ? PropertiesDecoder.ofPacket(in) : Properties.NONE;
        in.close();
        return new Connack(sessionPresent, code, properties);
    }

    private static boolean acknowledgeFlags(PacketReader in) {
        int flags = in.openFlags("Connect Acknowledge Flags");
        in.bits("Reserved", 0xFE);
        boolean sessionPresent = in.bits("Session Present", 0x01) == 1;
        in.explain(sessionPresent ? "session.present.1" : "session.present.0");
        in.closeFlags();
        if (flags > 1) {
            in.defect(Rule.CONNACK_FLAGS, in.position() - 1, 1, Preview.code(flags));
        }
        return sessionPresent;
    }
}
