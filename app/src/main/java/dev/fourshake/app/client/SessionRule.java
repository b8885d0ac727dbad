package dev.fourshake.app.client;

import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.wire.ProtocolVersion;

/** When a session begins and whether it outlives its connection, as the specification has it. */
final class SessionRule {

    private SessionRule() {
    }

    /**
     * Whether a connection begins with no session: asked for by clean start, or told by Session Present 0, upon which
     * the client must discard its state (MQTT-3.2.2-5). MQTT 3.1 has no Session Present.
     */
    static boolean beginsAnew(ConnectOptions options, Connack connack) {
        return options.cleanStart() || options.version() != ProtocolVersion.MQTT_3_1 && !connack.sessionPresent();
    }

    /**
     * Whether the session outlives the connection: without Clean Session before MQTT 5; with a Session Expiry Interval
     * above 0 in MQTT 5, where the broker's word counts before the client's (MQTT 5.0 section 3.2.2.3.2).
     */
    static boolean outlivesConnection(ConnectOptions options, Connack connack) {
        return options.version().isMqtt5()
                ? expiry(connack.properties(), expiry(options.properties(), 0)) > 0
                : !options.cleanStart();
    }

    /** The same after a DISCONNECT, which in MQTT 5 may change the Session Expiry Interval. */
    static boolean outlivesDisconnect(boolean before, Properties disconnect) {
        return expiry(disconnect, before ? 1 : 0) > 0;
    }

    private static long expiry(Properties properties, long otherwise) {
        return properties.number(PropertyId.SESSION_EXPIRY_INTERVAL).orElse(otherwise);
    }
}
