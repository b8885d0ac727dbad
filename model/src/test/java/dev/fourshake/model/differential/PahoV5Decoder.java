package dev.fourshake.model.differential;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttAuth;
import org.eclipse.paho.mqttv5.common.packet.MqttConnAck;
import org.eclipse.paho.mqttv5.common.packet.MqttConnect;
import org.eclipse.paho.mqttv5.common.packet.MqttDisconnect;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.eclipse.paho.mqttv5.common.packet.MqttSubAck;
import org.eclipse.paho.mqttv5.common.packet.MqttSubscribe;
import org.eclipse.paho.mqttv5.common.packet.MqttUnsubAck;
import org.eclipse.paho.mqttv5.common.packet.MqttUnsubscribe;
import org.eclipse.paho.mqttv5.common.packet.MqttWireMessage;

/**
 * What Paho's MQTT 5 client reads. It does not tell whether a flag was absent, so that {@link #FLAGS} are left out.
 * DUP is never true, and a Two Byte Integer has a sign: known defects that are smoothed here.
 */
final class PahoV5Decoder {

    /** Identifiers of the properties that are 0 or 1, save Maximum QoS. */
    static final Set<Integer> FLAGS = Set.of(0x01, 0x17, 0x19, 0x25, 0x28, 0x29, 0x2A);

    private PahoV5Decoder() {
    }

    /** Empty where Paho refuses what is valid: PUBACK and PUBREC with 0x91, for example. */
    static Optional<Portrait> read(Bytes packet) {
        try {
            return Optional.of(portrait(packet.at(0), MqttWireMessage.createWireMessage(packet.toArray())));
        } catch (MqttException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Portrait portrait(int first, MqttWireMessage message) {
        Portrait portrait = new Portrait().add("type", PacketType.values()[message.getType()]);
        switch (message) {
            case MqttConnect connect -> connect(portrait, connect);
            case MqttConnAck connack -> portrait.add("sessionPresent", connack.getSessionPresent())
                    .add("code", connack.getReturnCode()).properties("properties", sorted(connack.getProperties()));
            case MqttPublish publish -> portrait.add("dup", (first & 0x08) != 0).add("qos", publish.getQoS())
                    .add("retain", publish.getMessage().isRetained()).add("topic", publish.getTopicName())
                    .add("id", publish.getMessageId()).properties("properties", sorted(publish.getProperties()))
                    .add("payload", publish.getMessage().getPayload());
            case MqttSubscribe subscribe -> {
                portrait.add("id", subscribe.getMessageId())
                        .properties("properties", sorted(subscribe.getProperties()));
                Arrays.stream(subscribe.getSubscriptions()).forEach(asked -> portrait.subscription(asked.getTopic(),
                        asked.getQos(), asked.isNoLocal(), asked.isRetainAsPublished(), asked.getRetainHandling()));
            }
            case MqttSubAck suback -> portrait.add("id", suback.getMessageId())
                    .add("codes", Arrays.stream(suback.getReturnCodes()).boxed().toList())
                    .properties("properties", sorted(suback.getProperties()));
            case MqttUnsubscribe unsubscribe -> portrait.add("id", unsubscribe.getMessageId())
                    .add("filters", List.of(unsubscribe.getTopics()))
                    .properties("properties", sorted(unsubscribe.getProperties()));
            case MqttUnsubAck unsuback -> portrait.add("id", unsuback.getMessageId())
                    .add("codes", Arrays.stream(unsuback.getReturnCodes()).boxed().toList())
                    .properties("properties", sorted(unsuback.getProperties()));
            case MqttDisconnect disconnect -> portrait.add("code", disconnect.getReturnCode())
                    .properties("properties", sorted(disconnect.getProperties()));
            case MqttAuth auth -> portrait.add("code", auth.getReturnCode())
                    .properties("properties", sorted(auth.getProperties()));
            default -> {
                if (message.isMessageIdRequired()) {
                    portrait.add("id", message.getMessageId()).add("code", message.getReasonCodes()[0])
                            .properties("properties", sorted(message.getProperties()));
                }
            }
        }
        return portrait;
    }

    private static void connect(Portrait portrait, MqttConnect connect) {
        portrait.add("level", connect.getMqttVersion()).add("clean", connect.isCleanStart())
                .add("keepAlive", connect.getKeepAliveInterval())
                .properties("properties", sorted(connect.getProperties())).add("client", connect.getClientId())
                .add("user", connect.getUserName()).add("password", connect.getPassword());
        if (connect.getWillMessage() != null) {
            portrait.add("willTopic", connect.getWillDestination())
                    .add("willPayload", connect.getWillMessage().getPayload())
                    .add("willQos", connect.getWillMessage().getQos())
                    .add("willRetain", connect.getWillMessage().isRetained())
                    .properties("willProperties", sorted(connect.getWillProperties()));
        }
    }

    private static TreeMap<Integer, List<Object>> sorted(MqttProperties in) {
        TreeMap<Integer, List<Object>> byId = new TreeMap<>();
        add(byId, 0x02, in.getMessageExpiryInterval());
        add(byId, 0x03, in.getContentType());
        add(byId, 0x08, in.getResponseTopic());
        add(byId, 0x09, in.getCorrelationData());
        in.getSubscriptionIdentifiers().forEach(id -> add(byId, 0x0B, id));
        if (in.getSubscriptionIdentifiers().isEmpty()) {
            add(byId, 0x0B, in.getSubscriptionIdentifier());
        }
        add(byId, 0x11, in.getSessionExpiryInterval());
        add(byId, 0x12, in.getAssignedClientIdentifier());
        add(byId, 0x13, unsigned(in.getServerKeepAlive()));
        add(byId, 0x15, in.getAuthenticationMethod());
        add(byId, 0x16, in.getAuthenticationData());
        add(byId, 0x18, in.getWillDelayInterval());
        add(byId, 0x1A, in.getResponseInfo());
        add(byId, 0x1C, in.getServerReference());
        add(byId, 0x1F, in.getReasonString());
        add(byId, 0x21, unsigned(in.getReceiveMaximum()));
        add(byId, 0x22, unsigned(in.getTopicAliasMaximum()));
        add(byId, 0x23, unsigned(in.getTopicAlias()));
        add(byId, 0x24, in.getMaximumQoS());
        add(byId, 0x27, in.getMaximumPacketSize());
        in.getUserProperties().forEach(pair -> add(byId, 0x26, pair.getKey() + ":" + pair.getValue()));
        return byId;
    }

    private static void add(TreeMap<Integer, List<Object>> byId, int id, Object value) {
        if (value != null) {
            byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(switch (value) {
                case Integer number -> (long) number;
                case byte[] bytes -> Bytes.of(bytes).hex();
                default -> value;
            });
        }
    }

    private static Integer unsigned(Integer twoBytes) {
        return twoBytes == null ? null : twoBytes & 0xFFFF;
    }
}
