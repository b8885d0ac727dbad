package dev.fourshake.app.drill;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.ReceivedMessage;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application at the broker that counts all messages of drills, and knows nothing else of them. */
final class Bystander implements AutoCloseable {

    private final List<String> payloads = new CopyOnWriteArrayList<>();
    private final DeviceClient client;

    Bystander(HostPort broker) {
        client = DeviceClient.of(ConnectOptions.to(BrokerAddress.tcp(broker.host(), broker.port()),
                ProtocolVersion.MQTT_3_1_1, "bystander" + UUID.randomUUID().toString().substring(0, 8)).build(),
                new ClientListener() {
                    @Override
                    public void messageArrived(ReceivedMessage message) {
                        payloads.add(message.payload().utf8());
                    }
                });
        client.connect().join();
        client.subscribe(SubscribeOptions.of("fourshake/drill/#", Qos.EXACTLY_ONCE)).join();
    }

    /** How often the message of this case came. */
    long count(FaultPoint point) {
        return payloads.stream().filter(payload -> payload.startsWith(point.code() + " ")).count();
    }

    @Override
    public void close() {
        client.close();
    }
}
