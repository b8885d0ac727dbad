package dev.fourshake.app.client;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** The model's properties in Paho's form and back. {@link OptionCheck} has seen to it that Paho can express them. */
final class PahoProperties {

    private PahoProperties() {
    }

    /** Of a PUBLISH, a Will, a SUBSCRIBE, an UNSUBSCRIBE or a DISCONNECT. */
    static MqttProperties toPaho(Properties properties) {
        var paho = new MqttProperties();
        number(properties, PropertyId.PAYLOAD_FORMAT_INDICATOR, value -> paho.setPayloadFormat(value == 1));
        number(properties, PropertyId.MESSAGE_EXPIRY_INTERVAL, paho::setMessageExpiryInterval);
        number(properties, PropertyId.WILL_DELAY_INTERVAL, paho::setWillDelayInterval);
        number(properties, PropertyId.SESSION_EXPIRY_INTERVAL, paho::setSessionExpiryInterval);
        number(properties, PropertyId.SUBSCRIPTION_IDENTIFIER,
                value -> paho.setSubscriptionIdentifier(value.intValue()));
        properties.text(PropertyId.CONTENT_TYPE).ifPresent(paho::setContentType);
        properties.text(PropertyId.RESPONSE_TOPIC).ifPresent(paho::setResponseTopic);
        properties.text(PropertyId.REASON_STRING).ifPresent(paho::setReasonString);
        properties.binary(PropertyId.CORRELATION_DATA).map(Bytes::toArray).ifPresent(paho::setCorrelationData);
        paho.setUserProperties(userProperties(properties));
        return paho;
    }

    static List<UserProperty> userProperties(Properties properties) {
        return properties.userProperties().stream()
                .map(pair -> new UserProperty(pair.name(), pair.value()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static void number(Properties properties, PropertyId id, Consumer<Long> setter) {
        properties.number(id).ifPresent(setter::accept);
    }

    /** Of a received PUBLISH. Paho does not keep their order, nor a Payload Format Indicator of 0. */
    static Properties fromPublish(MqttProperties paho) {
        List<Property> entries = new ArrayList<>();
        if (paho.getPayloadFormat()) {
            entries.add(Property.number(PropertyId.PAYLOAD_FORMAT_INDICATOR, 1));
        }
        if (paho.getMessageExpiryInterval() != null) {
            entries.add(Property.number(PropertyId.MESSAGE_EXPIRY_INTERVAL, paho.getMessageExpiryInterval()));
        }
        if (paho.getContentType() != null) {
            entries.add(Property.text(PropertyId.CONTENT_TYPE, paho.getContentType()));
        }
        if (paho.getResponseTopic() != null) {
            entries.add(Property.text(PropertyId.RESPONSE_TOPIC, paho.getResponseTopic()));
        }
        if (paho.getCorrelationData() != null) {
            entries.add(Property.binary(PropertyId.CORRELATION_DATA, Bytes.of(paho.getCorrelationData())));
        }
        paho.getSubscriptionIdentifiers()
                .forEach(id -> entries.add(Property.number(PropertyId.SUBSCRIPTION_IDENTIFIER, id)));
        paho.getUserProperties().forEach(pair -> entries.add(Property.user(pair.getKey(), pair.getValue())));
        return new Properties(entries);
    }
}
