package dev.fourshake.model.differential;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What Netty's MQTT codec reads. */
final class NettyDecoder {

    private static final int LARGEST = 1 << 20;

    private NettyDecoder() {
    }

    static Portrait read(Bytes packet, ProtocolVersion version) {
        EmbeddedChannel channel = new EmbeddedChannel(new MqttDecoder(LARGEST, 100));
        try {
            channel.writeInbound(connect(version));
            channel.readInbound();
            channel.writeInbound(Unpooled.wrappedBuffer(packet.toArray()));
            MqttMessage message = channel.readInbound();
            if (message == null || message.decoderResult().isFailure()) {
                throw new AssertionError("Netty refuses " + packet.hex(),
                        message == null ? null : message.decoderResult().cause());
            }
            return portrait(message);
        } finally {
            channel.finishAndReleaseAll();
        }
    }

    /** Tells the codec the version of what follows. */
    private static ByteBuf connect(ProtocolVersion version) {
        byte[] name = version.protocolName().getBytes(StandardCharsets.US_ASCII);
        ByteBuf connect = Unpooled.buffer();
        connect.writeByte(0x10).writeByte(name.length + 9 + (version.isMqtt5() ? 1 : 0)).writeShort(name.length)
                .writeBytes(name).writeByte(version.level()).writeByte(0x02).writeShort(0);
        if (version.isMqtt5()) {
            connect.writeByte(0);
        }
        return connect.writeShort(1).writeByte('a');
    }

    private static Portrait portrait(MqttMessage message) {
        Portrait portrait = new Portrait().add("type", PacketType.valueOf(message.fixedHeader().messageType().name()));
        switch (message) {
            case MqttConnectMessage connect -> connect(portrait, connect);
            case MqttConnAckMessage connack -> portrait
                    .add("sessionPresent", connack.variableHeader().isSessionPresent())
                    .add("code", connack.variableHeader().connectReturnCode().byteValue() & 0xFF)
                    .properties("properties", sorted(connack.variableHeader().properties()));
            case MqttPublishMessage publish -> portrait.add("dup", publish.fixedHeader().isDup())
                    .add("qos", publish.fixedHeader().qosLevel().value())
                    .add("retain", publish.fixedHeader().isRetain())
                    .add("topic", publish.variableHeader().topicName())
                    .add("id", Math.max(publish.variableHeader().packetId(), 0))
                    .properties("properties", sorted(publish.variableHeader().properties()))
                    .add("payload", ByteBufUtil.getBytes(publish.payload()));
            case MqttSubscribeMessage subscribe -> {
                portrait.add("id", subscribe.variableHeader().messageId())
                        .properties("properties", sorted(subscribe.idAndPropertiesVariableHeader().properties()));
                subscribe.payload().topicSubscriptions().forEach(asked -> portrait.subscription(asked.topicFilter(),
                        asked.option().qos().value(), asked.option().isNoLocal(), asked.option().isRetainAsPublished(),
                        asked.option().retainHandling().value()));
            }
            case MqttSubAckMessage suback -> portrait.add("id", suback.variableHeader().messageId())
                    .add("codes", suback.payload().reasonCodes())
                    .properties("properties", sorted(suback.idAndPropertiesVariableHeader().properties()));
            case MqttUnsubscribeMessage unsubscribe -> portrait.add("id", unsubscribe.variableHeader().messageId())
                    .add("filters", unsubscribe.payload().topics())
                    .properties("properties", sorted(unsubscribe.idAndPropertiesVariableHeader().properties()));
            case MqttUnsubAckMessage unsuback -> portrait.add("id", unsuback.variableHeader().messageId())
                    .add("codes", unsuback.payload().unsubscribeReasonCodes().stream()
                            .map(code -> code & 0xFF).toList())
                    .properties("properties", sorted(unsuback.idAndPropertiesVariableHeader().properties()));
            default -> other(portrait, message.variableHeader());
        }
        return portrait;
    }

    private static void other(Portrait portrait, Object header) {
        switch (header) {
            case null -> {
            }
            case MqttPubReplyMessageVariableHeader reply -> portrait.add("id", reply.messageId())
                    .add("code", reply.reasonCode() & 0xFF).properties("properties", sorted(reply.properties()));
            case MqttMessageIdAndPropertiesVariableHeader id -> portrait.add("id", id.messageId()).add("code", 0)
                    .properties("properties", sorted(id.properties()));
            case MqttMessageIdVariableHeader id -> portrait.add("id", id.messageId()).add("code", 0)
                    .properties("properties", new TreeMap<>());
            case MqttReasonCodeAndPropertiesVariableHeader reason -> portrait.add("code", reason.reasonCode() & 0xFF)
                    .properties("properties", sorted(reason.properties()));
            default -> throw new AssertionError(header);
        }
    }

    private static void connect(Portrait portrait, MqttConnectMessage message) {
        MqttConnectVariableHeader header = message.variableHeader();
        MqttConnectPayload payload = message.payload();
        portrait.add("level", header.version()).add("clean", header.isCleanSession())
                .add("keepAlive", header.keepAliveTimeSeconds())
                .properties("properties", sorted(header.properties())).add("client", payload.clientIdentifier())
                .add("user", payload.userName()).add("password", payload.passwordInBytes());
        if (header.isWillFlag()) {
            portrait.add("willTopic", payload.willTopic()).add("willPayload", payload.willMessageInBytes())
                    .add("willQos", header.willQos()).add("willRetain", header.isWillRetain())
                    .properties("willProperties", sorted(payload.willProperties()));
        }
    }

    private static TreeMap<Integer, List<Object>> sorted(MqttProperties properties) {
        TreeMap<Integer, List<Object>> byId = new TreeMap<>();
        for (MqttProperties.MqttProperty<?> property : properties.listAll()) {
            if (property instanceof MqttProperties.UserProperties pairs) {
                pairs.value().forEach(pair -> add(byId, property.propertyId(), pair.key + ":" + pair.value));
            } else {
                add(byId, property.propertyId(), switch (property.value()) {
                    case Integer number -> Integer.toUnsignedLong(number);
                    case byte[] bytes -> Bytes.of(bytes).hex();
                    case MqttProperties.StringPair pair -> pair.key + ":" + pair.value;
                    default -> property.value();
                });
            }
        }
        return byId;
    }

    private static void add(TreeMap<Integer, List<Object>> byId, int id, Object value) {
        byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(value);
    }
}
