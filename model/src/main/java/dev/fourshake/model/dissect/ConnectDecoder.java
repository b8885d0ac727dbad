package dev.fourshake.model.dissect;

import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;

/** CONNECT (MQTT 5.0 section 3.1). */
final class ConnectDecoder implements PacketDecoder {

    /** MQTT 3.1 section 3.1; later versions let the server decide. */
    private static final int LONGEST_3_1_CLIENT_ID = 23;

    @Override
    public Packet decode(PacketReader in) {
        in.open("Variable Header");
        int nameAt = in.position();
        String protocolName = in.string("Protocol Name", Rule.TRUNCATED);
        int protocolLevel = protocolLevel(in, protocolName, nameAt);
        ConnectFlags flags = ConnectFlags.read(in);
        int keepAlive = in.uint16("Keep Alive");
        in.explain(keepAlive == 0 ? "keep.alive.0" : "keep.alive", keepAlive);
        Properties properties = in.isMqtt5() ? PropertiesDecoder.ofPacket(in) : Properties.NONE;
        in.close();

        in.open("Payload");
        String clientId = clientId(in, flags);
        Optional<Will> will = flags.will() ? will(in, flags) : Optional.empty();
        Optional<String> userName = follows(in, flags.userName())
                ? Optional.of(in.string("User Name", Rule.USER_NAME_MISSING)) : Optional.empty();
        Optional<Bytes> password = follows(in, flags.password())
                ? Optional.of(in.binary("Password", Rule.PASSWORD_MISSING)) : Optional.empty();
        in.close();
        in.end(!flags.userName() ? Rule.USER_NAME_SURPLUS : !flags.password() ? Rule.PASSWORD_SURPLUS : Rule.SURPLUS);
        if (flags.will() && will.isEmpty()) {
            return null; // its QoS is 3
        }
        return new Connect(protocolName, protocolLevel, flags.cleanStart(), keepAlive, properties, clientId, will,
                userName, password);
    }

    /** Protocol name and level, which must fit together; a level that is not known leaves the rest unreadable. */
    private static int protocolLevel(PacketReader in, String name, int nameAt) {
        int levelAt = in.position();
        int level = in.uint8(in.isMqtt5() ? "Protocol Version" : "Protocol Level");
        Optional<ProtocolVersion> named = ProtocolVersion.ofLevel(level);
        named.ifPresent(version ->
                in.explain(level > 0x7F ? "protocol.level.bridge" : "protocol.level", version.code()));
        boolean old = name.equals(ProtocolVersion.MQTT_3_1.protocolName());
        if (!old && !name.equals(ProtocolVersion.MQTT_5.protocolName())
                || old && named.isPresent() && named.get() != ProtocolVersion.MQTT_3_1) {
            in.defect(Rule.PROTOCOL_NAME, nameAt, levelAt - nameAt, name, name.length(), level);
        } else if (named.isEmpty() || !old && named.get() == ProtocolVersion.MQTT_3_1) {
            in.defect(Rule.PROTOCOL_LEVEL, levelAt, 1, level, name);
        }
        if (named.isEmpty()) {
            throw PacketReader.broken();
        }
        return level;
    }

    private static String clientId(PacketReader in, ConnectFlags flags) {
        int from = in.position();
        String clientId = in.string("Client Identifier", Rule.CLIENT_ID_MISSING);
        if (in.version() == ProtocolVersion.MQTT_3_1) {
            int characters = clientId.codePointCount(0, clientId.length());
            if (characters == 0 || characters > LONGEST_3_1_CLIENT_ID) {
                in.defect(Rule.CLIENT_ID_LENGTH, from, in.position() - from, characters);
            }
        } else if (!in.isMqtt5() && clientId.isEmpty() && !flags.cleanStart()) {
            in.defect(Rule.CLIENT_ID_EMPTY, from, 2);
        }
        return clientId;
    }

    private static Optional<Will> will(PacketReader in, ConnectFlags flags) {
        Properties properties = in.isMqtt5() ? PropertiesDecoder.ofWill(in) : Properties.NONE;
        int from = in.position();
        String topic = in.string("Will Topic", Rule.WILL_MISSING);
        TopicSyntax.judgeName(in, "Will Topic", topic, from, Rule.TOPIC_WILDCARD);
        from = in.position();
        Bytes payload = in.binary(in.isMqtt5() ? "Will Payload" : "Will Message", Rule.WILL_MISSING);
        if (properties.number(PropertyId.PAYLOAD_FORMAT_INDICATOR).orElse(0) == 1) {
            in.judgePayloadFormat(from + 2, Rule.WILL_PAYLOAD_FORMAT);
        }
        return flags.willQos() == 3 ? Optional.empty()
                : Optional.of(new Will(topic, payload, Qos.ofLevel(flags.willQos()), flags.willRetain(), properties));
    }

    /** MQTT 3.1 section 3.1: for compatibility, a packet may end before a field that its flags announce. */
    private static boolean follows(PacketReader in, boolean flag) {
        return flag && !(in.version() == ProtocolVersion.MQTT_3_1 && in.isAtEnd());
    }
}
