package dev.fourshake.app.importing;

import java.util.Set;

/** Ports that brokers listen on as a rule. They help where a stream itself does not tell. */
final class KnownPorts {

    /** Registered for MQTT. */
    static final int MQTT = 1883;
    /** Registered for MQTT over TLS. */
    static final int SECURE_MQTT = 8883;

    /** The two, and where brokers offer WebSocket. */
    private static final Set<Integer> BROKERS = Set.of(MQTT, SECURE_MQTT, 80, 443, 8080, 8083, 8084, 9001);

    private KnownPorts() {
    }

    /** Whether the second port is more likely the broker's: a known one, else the lower one. */
    static boolean isSecondBroker(int first, int second) {
        if (BROKERS.contains(first) != BROKERS.contains(second)) {
            return BROKERS.contains(second);
        }
        return second < first;
    }
}
