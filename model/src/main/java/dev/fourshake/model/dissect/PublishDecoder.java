package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;

/** PUBLISH (MQTT 5.0 section 3.3). */
final class PublishDecoder implements PacketDecoder {

    @Override
    public Packet decode(PacketReader in) {
        int flags = in.firstByte() & 0x0F;
        int qos = flags >> 1 & 0x03;
        in.open("Variable Header");
        int topicAt = in.position();
        String topicName = in.topicName();
        boolean needsAlias = topicName.isEmpty() && in.isMqtt5();
        int packetId = qos == 0 ? 0 : in.packetId(in.direction() == Direction.SERVER_TO_CLIENT
                ? Rule.PACKET_ID_ZERO_FROM_SERVER : Rule.PACKET_ID_ZERO_FROM_CLIENT);
        Properties properties = in.isMqtt5() ? PropertiesDecoder.ofPacket(in) : Properties.NONE;
        in.close();
        if (needsAlias && !in.isMalformed() && properties.number(PropertyId.TOPIC_ALIAS, -1) < 0) {
            in.defect(Rule.TOPIC_AND_ALIAS_MISSING, topicAt, 2);
        }
        int payloadAt = in.position();
        Bytes payload = in.rest("Payload");
        if (!properties.isEmpty() && properties.number(PropertyId.PAYLOAD_FORMAT_INDICATOR, 0) == 1) {
            in.judgePayloadFormat(payloadAt, Rule.PAYLOAD_FORMAT);
        }
        return qos == 3 ? null : new Publish((flags & 0x08) != 0, Qos.ofLevel(qos), (flags & 0x01) != 0, topicName,
                packetId, properties, payload);
    }
}
