package dev.fourshake.app.client;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class ClientWithEmbeddedBrokerTest extends ClientContract {

    private BrokerAddress address;

    @BeforeEach
    void find(EmbeddedBroker broker) {
        address = BrokerAddress.tcp("127.0.0.1", SharedBroker.addressOf(broker).getPort());
    }

    @Override
    BrokerAddress broker() {
        return address;
    }
}
