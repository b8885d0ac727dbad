package dev.fourshake.model.packet;

import dev.fourshake.model.wire.Bytes;

/** The Will Message of a CONNECT (MQTT 5.0 section 3.1.2.5). Its properties are empty before MQTT 5. */
public record Will(String topic, Bytes payload, Qos qos, boolean retain, Properties properties) {
}
