package dev.fourshake.app.drill;

import dev.fourshake.app.broker.Mosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

@RequiresMosquitto
class DrillWithMosquittoTest extends DrillContract {

    private static Mosquitto broker;

    @BeforeAll
    static void startBroker(@TempDir Path folder) throws Exception {
        broker = Mosquitto.start(folder, "allow_anonymous true");
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @Override
    HostPort broker() {
        return HostPort.loopback(broker.port());
    }
}
