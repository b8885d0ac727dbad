package dev.fourshake.app.drill;

import dev.fourshake.app.broker.OwnMosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import org.junit.jupiter.api.extension.RegisterExtension;

@RequiresMosquitto
class DrillWithMosquittoTest extends DrillContract {

    @RegisterExtension
    private static final OwnMosquitto BROKER = new OwnMosquitto();

    @Override
    HostPort broker() {
        return BROKER.address();
    }
}
