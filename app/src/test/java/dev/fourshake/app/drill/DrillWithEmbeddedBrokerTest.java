package dev.fourshake.app.drill;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.net.HostPort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class DrillWithEmbeddedBrokerTest extends DrillContract {

    private static HostPort address;

    @BeforeAll
    static void startBroker(EmbeddedBroker broker) {
        address = HostPort.loopback(SharedBroker.addressOf(broker).getPort());
    }

    @Override
    HostPort broker() {
        return address;
    }
}
