package dev.fourshake.app.tap;

import dev.fourshake.app.broker.Mosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

@RequiresMosquitto
class HealthyDevicesWithMosquittoTest extends HealthyDevicesContract {

    @TempDir
    private static Path folder;
    private static Mosquitto mosquitto;

    @BeforeAll
    static void startBroker() throws IOException, InterruptedException {
        mosquitto = Mosquitto.start(folder, "allow_anonymous true");
    }

    @AfterAll
    static void stopBroker() throws InterruptedException {
        mosquitto.close();
    }

    @Override
    HostPort broker() {
        return HostPort.loopback(mosquitto.port());
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
