package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;

/**
 * PUBACK, PUBREC, PUBREL and PUBCOMP (MQTT 5.0 sections 3.4 to 3.7), which have one format. In MQTT 5 the Reason Code
 * may be left out if it is 0 and there are no properties, and the Property Length if it would be 0.
 */
record AcknowledgementDecoder(Rule whenCodeNotAllowed, Maker maker) implements PacketDecoder {

    /** Makes the record of one of the four types. */
    @FunctionalInterface
    interface Maker {
        Acknowledgement make(int packetId, int reasonCode, Properties properties);
    }

    @Override
    public Packet decode(PacketReader in) {
        in.open("Variable Header");
        int packetId = in.packetId(Rule.PACKET_ID_ZERO_ACKNOWLEDGED);
        int reasonCode = 0;
        Properties properties = Properties.NONE;
        if (in.isMqtt5() && !in.isAtEnd()) {
            reasonCode = in.reasonCode("Reason Code", whenCodeNotAllowed);
            if (!in.isAtEnd()) {
                properties = PropertiesDecoder.ofPacket(in);
            }
        }
        in.close();
        return maker.make(packetId, reasonCode, properties);
    }
}
