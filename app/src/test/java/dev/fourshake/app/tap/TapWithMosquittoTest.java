package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.broker.OwnMosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@RequiresMosquitto
class TapWithMosquittoTest extends DeviceContract {

    @RegisterExtension
    private static final OwnMosquitto BROKER = new OwnMosquitto();

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
        return BROKER.address();
    }
}
