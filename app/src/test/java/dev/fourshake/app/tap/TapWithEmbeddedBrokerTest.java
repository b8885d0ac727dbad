package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.fourshake.app.broker.BrokerState.Listening;
import dev.fourshake.app.broker.EmbeddedBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TapWithEmbeddedBrokerTest extends DeviceContract {

    private static EmbeddedBroker broker;
    private static HostPort address;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(_ -> { });
        address = HostPort.of(assertInstanceOf(Listening.class, broker.started().join()).address());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    HostPort broker() {
        return address;
    }
}
