package dev.fourshake.app.drill;

import dev.fourshake.app.broker.Mosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole process is stopped. */
@RequiresMosquitto
class DrillHangWithMosquittoTest extends DrillHangContract {

    private Mosquitto mosquitto;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        mosquitto = Mosquitto.start(folder, "allow_anonymous true");
    }

    @AfterEach
    void end() throws Exception {
        mosquitto.goOn();
        mosquitto.close();
    }

    @Override
    HostPort broker() {
        return HostPort.loopback(mosquitto.port());
    }

    @Override
    void hang() throws Exception {
        mosquitto.hang();
    }

    @Override
    void goOn() throws Exception {
        mosquitto.goOn();
    }
}
