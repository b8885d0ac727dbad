package dev.fourshake.app.decode;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fourshake.model.packet.Acknowledgement;
import dev.fourshake.model.packet.Auth;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Disconnect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Pingreq;
import dev.fourshake.model.packet.Pingresp;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.Unsuback;
import dev.fourshake.model.packet.Unsubscribe;
import dev.fourshake.model.packet.Will;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The fields of a packet as a JSON object. Names are the specification's in camel case. Codes are text
 * ({@code "0x87"}); binary values are hexadecimal digits, and where they are UTF-8 their text stands beside them.
 */
final class PacketJson {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final ProtocolVersion version;

    PacketJson(ProtocolVersion version) {
        this.version = version;
    }

    ObjectNode of(Packet packet) {
        ObjectNode json = nodes.objectNode();
        switch (packet) {
            case Connect connect -> connect(json, connect);
            case Connack connack -> {
                json.put("sessionPresent", connack.sessionPresent());
                json.put("reasonCode", code(connack.reasonCode()));
                properties(json, connack.properties());
            }
            case Publish publish -> publish(json, publish);
            case Acknowledgement acknowledgement -> {
                json.put("packetId", acknowledgement.packetId());
                if (version.isMqtt5()) {
                    json.put("reasonCode", code(acknowledgement.reasonCode()));
                }
                properties(json, acknowledgement.properties());
            }
            case Subscribe subscribe -> subscribe(json, subscribe);
            case Suback suback -> answer(json, suback.packetId(), suback.reasonCodes(), suback.properties());
            case Unsubscribe unsubscribe -> {
                json.put("packetId", unsubscribe.packetId());
                ArrayNode filters = json.putArray("topicFilters");
                unsubscribe.topicFilters().forEach(filters::add);
                properties(json, unsubscribe.properties());
            }
            case Unsuback unsuback -> answer(json, unsuback.packetId(), unsuback.reasonCodes(), unsuback.properties());
            case Disconnect disconnect -> reason(json, disconnect.reasonCode(), disconnect.properties());
            case Auth auth -> reason(json, auth.reasonCode(), auth.properties());
            case Pingreq _, Pingresp _ -> {
            }
        }
        return json;
    }

    private void connect(ObjectNode json, Connect connect) {
        json.put("protocolName", connect.protocolName());
        json.put("protocolLevel", connect.protocolLevel());
        json.put(version.isMqtt5() ? "cleanStart" : "cleanSession", connect.cleanStart());
        json.put("keepAlive", connect.keepAlive());
        properties(json, connect.properties());
        json.put("clientId", connect.clientId());
        connect.will().ifPresent(will -> will(json.putObject("will"), will));
        connect.userName().ifPresent(name -> json.put("userName", name));
        connect.password().ifPresent(password -> binary(json, "password", password));
    }

    private void will(ObjectNode json, Will will) {
        json.put("topic", will.topic());
        json.put("qos", will.qos().ordinal());
        json.put("retain", will.retain());
        properties(json, will.properties());
        binary(json, "payload", will.payload());
    }

    private void publish(ObjectNode json, Publish publish) {
        json.put("dup", publish.dup());
        json.put("qos", publish.qos().ordinal());
        json.put("retain", publish.retain());
        json.put("topicName", publish.topicName());
        if (publish.packetId() != 0) {
            json.put("packetId", publish.packetId());
        }
        properties(json, publish.properties());
        binary(json, "payload", publish.payload());
    }

    private void subscribe(ObjectNode json, Subscribe subscribe) {
        json.put("packetId", subscribe.packetId());
        ArrayNode subscriptions = json.putArray("subscriptions");
        subscribe.subscriptions().forEach(asked -> {
            ObjectNode one = subscriptions.addObject();
            one.put("topicFilter", asked.topicFilter());
            one.put("qos", asked.maximumQos().ordinal());
            if (version.isMqtt5()) {
                one.put("noLocal", asked.noLocal());
                one.put("retainAsPublished", asked.retainAsPublished());
                one.put("retainHandling", asked.retainHandling());
            }
        });
        properties(json, subscribe.properties());
    }

    private void answer(ObjectNode json, int packetId, List<Integer> reasonCodes, Properties properties) {
        json.put("packetId", packetId);
        ArrayNode codes = json.putArray("reasonCodes");
        reasonCodes.forEach(code -> codes.add(code(code)));
        properties(json, properties);
    }

    private void reason(ObjectNode json, int reasonCode, Properties properties) {
        if (version.isMqtt5()) {
            json.put("reasonCode", code(reasonCode));
        }
        properties(json, properties);
    }

    /** Nothing where there is none: before MQTT 5, and in most packets. */
    private void properties(ObjectNode json, Properties properties) {
        if (properties.isEmpty()) {
            return;
        }
        ObjectNode all = json.putObject("properties");
        for (Property property : properties.entries()) {
            String name = camelCase(property.id());
            switch (property.value()) {
                case Property.Pair(String key, String value) ->
                        all.withArray(name).addObject().put("name", key).put("value", value);
                case Property.Number(long value) when property.id() == PropertyId.SUBSCRIPTION_IDENTIFIER ->
                        all.withArray(name).add(value);
                case Property.Number(long value) -> all.put(name, value);
                case Property.Text(String value) -> all.put(name, value);
                case Property.Binary(Bytes value) -> binary(all, name, value);
            }
        }
    }

    /** {@code Topic Alias} is {@code topicAlias}; a User Property is one of {@code userProperties}. */
    private static String camelCase(PropertyId id) {
        if (id == PropertyId.USER_PROPERTY) {
            return "userProperties";
        } else if (id == PropertyId.SUBSCRIPTION_IDENTIFIER) {
            return "subscriptionIdentifiers";
        }
        String name = id.title().replace(" ", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static void binary(ObjectNode json, String name, Bytes value) {
        json.put(name, value.hex());
        try {
            json.put(name + "Text", StandardCharsets.UTF_8.newDecoder().decode(value.asBuffer()).toString());
        } catch (CharacterCodingException _) {
            // Not text: the digits say all.
        }
    }

    private static String code(int value) {
        return "0x" + HEX.toHexDigits((byte) value);
    }
}
