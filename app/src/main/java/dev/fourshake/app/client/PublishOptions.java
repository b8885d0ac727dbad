package dev.fourshake.app.client;

import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Qos;

/**
 * A message to be published (MQTT 5.0 section 3.3).
 *
 * @param payload    read by the client when it is about to send
 * @param properties of MQTT 5: Content Type, Response Topic, Correlation Data, …; a Topic Alias cannot be asked for
 */
public record PublishOptions(String topic, PayloadSource payload, Qos qos, boolean retain, Properties properties) {

    public static PublishOptions of(String topic, PayloadSource payload, Qos qos) {
        return new PublishOptions(topic, payload, qos, false, Properties.NONE);
    }

    /** The same message as one to be retained. */
    public PublishOptions retained() {
        return new PublishOptions(topic, payload, qos, true, properties);
    }

    public PublishOptions with(Properties other) {
        return new PublishOptions(topic, payload, qos, retain, other);
    }
}
