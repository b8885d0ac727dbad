package dev.fourshake.app.tap;

import dev.fourshake.app.broker.OwnMosquitto;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.testing.RequiresMosquitto;
import org.junit.jupiter.api.extension.RegisterExtension;

@RequiresMosquitto
class WeakNetworkWithMosquittoTest extends WeakNetworkContract {

    @RegisterExtension
    private static final OwnMosquitto BROKER = new OwnMosquitto();

    @Override
    HostPort broker() {
        return BROKER.address();
    }
}
