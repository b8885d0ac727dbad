package dev.fourshake.app.tap;

import dev.fourshake.app.broker.OwnMosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

@RequiresMosquitto
class HealthyDevicesWithMosquittoTest extends HealthyDevicesContract {

    @RegisterExtension
    private static final OwnMosquitto BROKER = new OwnMosquitto();

    @Override
    HostPort broker() {
        return BROKER.address();
    }

    /**
     * mosquitto 2.0.11 sends one message more than Receive Maximum allows when many are published at once, and its own
     * client gives it up for that (0x93).
     */
    @Override
    Set<String> knownFaults() {
        return Set.of("MQTT-3.3.4-9");
    }
}
