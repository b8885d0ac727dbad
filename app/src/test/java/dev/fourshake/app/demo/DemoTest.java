package dev.fourshake.app.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.broker.BrokerInsight;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@ExtendWith(SharedBroker.class)
class DemoTest {

    private static final Duration BEAT = Duration.ofMillis(20);

    private final List<ReceivedMessage> received = new CopyOnWriteArrayList<>();
    private EmbeddedBroker broker;
    private BrokerAddress address;

    @BeforeEach
    void find(EmbeddedBroker broker) {
        this.broker = broker;
        this.address = BrokerAddress.tcp("127.0.0.1", SharedBroker.addressOf(broker).getPort());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MQTT_3_1")
    void thePressIsHeardAtAllThreeQualitiesAndComesBack(ProtocolVersion version) {
        try (DemoMonitor _ = DemoMonitor.start(address, version, received::add)) {
            await().until(() -> client(DemoMonitor.CLIENT_ID).subscriptions().size() == 1);
            try (DemoPress _ = DemoPress.start(address, version, BEAT)) {
                await().until(() -> qualities().equals(EnumSet.allOf(Qos.class)));
                takeOver(version);
                int before = received.size();
                await().until(() -> received.size() > before + 6);
            }
        }
        assertEquals(parts().stream().distinct().sorted().toList(), parts(), "QoS 2: each once, in order");
        assertTrue(broker.insight().join().retained().stream()
                .anyMatch(message -> message.topic().equals(PressReadings.STATE_TOPIC)));
        await().until(() -> broker.insight().join().clients().stream().noneMatch(BrokerInsight.Client::connected));
        forget(version);
    }

    @ParameterizedTest
    @EnumSource(Qos.class)
    void oneMessageArrivesAndNothingIsLeftBehind(Qos qos) {
        for (ProtocolVersion version : ProtocolVersion.values()) {
            try (DemoExchange exchange = DemoExchange.start(address, version, qos)) {
                assertEquals(qos, exchange.done().join().qos());
            }
        }
        await().until(() -> broker.insight().join().clients().stream()
                .noneMatch(client -> client.clientId().equals(DemoMonitor.CLIENT_ID)));
    }

    /** Another client of the same name throws the press out. */
    private void takeOver(ProtocolVersion version) {
        try (DeviceClient other = DeviceClient.of(
                Reconnecting.options(address, version, DemoPress.CLIENT_ID).build(), ClientListener.NONE)) {
            other.connect().join();
        }
    }

    private void forget(ProtocolVersion version) {
        for (String clientId : List.of(DemoPress.CLIENT_ID, DemoMonitor.CLIENT_ID)) {
            try (DeviceClient client = DeviceClient.of(ConnectOptions.to(address, version, clientId).build(),
                    ClientListener.NONE)) {
                client.connect().join();
            }
        }
    }

    private BrokerInsight.Client client(String clientId) {
        return broker.insight().join().clients().stream().filter(client -> client.clientId().equals(clientId))
                .findFirst().orElse(new BrokerInsight.Client(clientId, false, 0, List.of()));
    }

    private Set<Qos> qualities() {
        return received.stream().map(ReceivedMessage::qos).collect(Collectors.toSet());
    }

    private List<String> parts() {
        return received.stream().filter(message -> message.topic().equals(PressReadings.PARTS_TOPIC))
                .map(message -> message.payload().utf8()).toList();
    }
}
