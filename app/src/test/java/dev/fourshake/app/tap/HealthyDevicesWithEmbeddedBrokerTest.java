package dev.fourshake.app.tap;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.net.HostPort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class HealthyDevicesWithEmbeddedBrokerTest extends HealthyDevicesContract {

    private static HostPort address;

    @BeforeAll
    static void findBroker(EmbeddedBroker broker) {
        address = HostPort.of(SharedBroker.addressOf(broker));
    }

    @Override
    HostPort broker() {
        return address;
    }
}
