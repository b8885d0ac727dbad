package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Unsubscribe;
import java.util.ArrayList;
import java.util.List;

/** UNSUBSCRIBE (MQTT 5.0 section 3.10). */
final class UnsubscribeDecoder implements PacketDecoder {

    @Override
    public Packet decode(PacketReader in) {
        in.open("Variable Header");
        int packetId = in.packetId(Rule.PACKET_ID_ZERO_FROM_CLIENT);
        Properties properties = in.isMqtt5() ? PropertiesDecoder.ofPacket(in) : Properties.NONE;
        in.close();
        if (in.isAtEnd()) {
            in.defect(Rule.UNSUBSCRIBE_EMPTY, in.position(), 0, in.type().name());
        }
        in.open("Payload");
        List<String> filters = new ArrayList<>(1);
        while (!in.isAtEnd()) {
            int from = in.position();
            String filter = in.string("Topic Filter", Rule.UNSUBSCRIBE_FILTER_MISSING);
            TopicSyntax.judgeFilter(in, filter, from);
            filters.add(filter);
        }
        in.close();
        return new Unsubscribe(packetId, properties, filters);
    }
}
