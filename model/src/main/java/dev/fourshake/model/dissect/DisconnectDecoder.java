package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;

/**
 * DISCONNECT (MQTT 5.0 section 3.14). In MQTT 5 the Reason Code may be left out if it is 0 and there are no properties,
 * and the Property Length if it would be 0; before, there is nothing.
 */
final class DisconnectDecoder implements PacketDecoder {

    @Override
    public Packet decode(PacketReader in) {
        if (!in.isMqtt5() || in.isAtEnd()) {
            return new Disconnect(0, Properties.NONE);
        }
        in.open("Variable Header");
        int reasonCode = in.reasonCode("Disconnect Reason Code", Rule.DISCONNECT_CODE);
        Properties properties = in.isAtEnd() ? Properties.NONE : PropertiesDecoder.ofPacket(in);
        in.close();
        return new Disconnect(reasonCode, properties);
    }
}
