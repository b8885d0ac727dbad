package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Suback;
import java.util.ArrayList;
import java.util.List;

/** SUBACK (MQTT 5.0 section 3.9). */
final class SubackDecoder implements PacketDecoder {

    @Override
    public Packet decode(PacketReader in) {
        in.open("Variable Header");
        int packetId = in.packetId(Rule.PACKET_ID_ZERO_ANSWERED);
        Properties properties = in.isMqtt5() ? PropertiesDecoder.ofPacket(in) : Properties.NONE;
        in.close();
        return new Suback(packetId, properties, codes(in, in.isMqtt5() ? "Reason Code" : "Return Code",
                Rule.SUBACK_EMPTY, Rule.SUBACK_CODE));
    }

    /** A payload of codes, one a Topic Filter, and so one at least. */
    static List<Integer> codes(PacketReader in, String name, Rule whenEmpty, Rule whenNotAllowed) {
        if (in.isAtEnd()) {
            in.defect(whenEmpty, in.position(), 0, in.type().name());
        }
        in.open("Payload");
        List<Integer> codes = new ArrayList<>(1);
        while (!in.isAtEnd()) {
            codes.add(in.reasonCode(name, whenNotAllowed));
        }
        in.close();
        return codes;
    }
}
