package dev.fourshake.model.wire;

import java.util.Arrays;

/**
 * What the two sides of a WebSocket said of its subprotocol when it was made (RFC 6455 section 1.9), as it stood there.
 *
 * @param offered {@code Sec-WebSocket-Protocol} of the client's request, with commas between the names; empty where
 *         there was none
 * @param chosen  the same of the server's answer
 */
public record Subprotocols(String offered, String chosen) {

    private static final String MQTT = "mqtt";

    /** Whether the client has offered that of MQTT 3.1.1 and 5.0, by exactly its name. */
    public boolean isMqttOffered() {
        return Arrays.stream(offered.split(",")).map(String::strip).anyMatch(MQTT::equals);
    }

    /** Whether the server has chosen it. */
    public boolean isMqttChosen() {
        return chosen.strip().equals(MQTT);
    }
}
