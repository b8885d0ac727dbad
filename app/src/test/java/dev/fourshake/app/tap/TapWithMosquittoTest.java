package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.broker.Mosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresMosquitto
class TapWithMosquittoTest extends DeviceContract {

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

    /** mosquitto resets a connection whose first packet is not CONNECT. */
    @Test
    void aResetByTheBrokerReachesTheDevice() throws Exception {
        try (Rig rig = new Rig(options -> options.withBroker(broker())); Peer device = rig.device()) {
            device.send(Packets.publish(1, 1));
            device.expectReset();
            rig.finish();
            assertEquals(List.of("BROKER RESET"), rig.endings());
        }
    }

    @Override
    HostPort broker() {
        return HostPort.loopback(mosquitto.port());
    }
}
