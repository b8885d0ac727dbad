package dev.fourshake.model.differential;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.PacketType;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttConnack;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubComp;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubRec;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubRel;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPublish;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttSuback;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;

/** What Paho's MQTT 3.1.1 client reads: of what a broker does not send it tells next to nothing, which is left out. */
final class PahoV3Decoder {

    private PahoV3Decoder() {
    }

    /** Empty where Paho tells nothing, or refuses what is valid: a topic beyond the Basic Multilingual Plane. */
    static Optional<Portrait> read(Bytes packet) {
        try {
            return portrait(MqttWireMessage.createWireMessage(packet.toArray()));
        } catch (MqttException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Portrait> portrait(MqttWireMessage message) throws MqttException {
        Portrait portrait = new Portrait().add("type", PacketType.values()[message.getType()]);
        switch (message) {
            case MqttConnack connack -> portrait.add("sessionPresent", connack.getSessionPresent())
                    .add("code", connack.getReturnCode());
            case MqttPublish publish -> {
                byte[] payload = publish.getPayload();
                portrait.add("dup", publish.getMessage().isDuplicate()).add("qos", publish.getMessage().getQos())
                        .add("retain", publish.getMessage().isRetained()).add("topic", publish.getTopicName())
                        .add("id", publish.getMessageId()).properties("properties", new TreeMap<>())
                        .add("payload", payload);
                return Optional.of(portrait);
            }
            case MqttSuback suback -> portrait.add("id", suback.getMessageId())
                    .add("codes", Arrays.stream(suback.getGrantedQos()).boxed().toList());
            case MqttPubAck _, MqttPubRec _, MqttPubRel _, MqttPubComp _ ->
                    portrait.add("id", message.getMessageId()).add("code", 0);
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(portrait.properties("properties", new TreeMap<>()));
    }
}
