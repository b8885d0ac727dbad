package dev.fourshake.app.tap;

import dev.fourshake.app.broker.Mosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

@RequiresMosquitto
class FaultsWithMosquittoTest extends FaultsContract {

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
}
