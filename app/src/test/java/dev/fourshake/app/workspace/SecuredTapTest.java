package dev.fourshake.app.workspace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.broker.SharedBroker;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
class SecuredTapTest {

    @Test
    void aClientOfOurOwnTrustsTheTapsOwnCertificate(EmbeddedBroker broker, @TempDir Path folder) throws Exception {
        TapOptions options = TapOptions.to(HostPort.loopback(SharedBroker.addressOf(broker).getPort()))
                .withDeviceTls(new DeviceTls.Own(folder.resolve("tls")));
        try (Workspace workspace = new Workspace(new UserData(folder))) {
            LiveTap tap = workspace.startTap(new TapPlan(options, false));
            OwnClient client = workspace.newClient(tap,
                    ConnectOptions.to(tap.addressForClients(), ProtocolVersion.MQTT_5, "secured").build());
            assertTrue(client.connect(client.options()).join().isAccepted());
            assertEquals(OwnClient.State.CONNECTED, client.state());
            await().until(() -> tap.snapshot().sessions().stream()
                    .anyMatch(session -> session.clientId().equals("secured")));
            assertTrue(tap.snapshot().links().getFirst().opened().clientTls());
        }
    }
}
