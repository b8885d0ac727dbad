package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Unsuback;
import java.util.List;

/** UNSUBACK (MQTT 5.0 section 3.11), which has no payload before MQTT 5. */
final class UnsubackDecoder implements PacketDecoder {

    @Override
    public Packet decode(PacketReader in) {
        in.open("Variable Header");
        int packetId = in.packetId(Rule.PACKET_ID_ZERO_ANSWERED);
        Properties properties = in.isMqtt5() ? PropertiesDecoder.ofPacket(in) : Properties.NONE;
        in.close();
        List<Integer> codes = in.isMqtt5()
                ? SubackDecoder.codes(in, "Reason Code", Rule.UNSUBACK_EMPTY, Rule.UNSUBACK_CODE) : List.of();
        return new Unsuback(packetId, properties, codes);
    }
}
