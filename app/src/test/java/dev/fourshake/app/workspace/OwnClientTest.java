package dev.fourshake.app.workspace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.workspace.OwnClient.State;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnClientTest {

    private static final int TIMES = 40;

    /** That it was connected and that it is not any more are told on two threads. */
    @Test
    void whoIsThrownOutRightBehindConnackIsNotShownAsConnected(@TempDir Path folder) throws Exception {
        try (ServerSocket broker = new ServerSocket(0, TIMES, InetAddress.getLoopbackAddress());
             Workspace workspace = new Workspace(new UserData(folder))) {
            CompletableFuture<Void> throwingOut = CompletableFuture.runAsync(() -> throwOut(broker));
            LiveTap tap = workspace.startTap(new TapPlan(TapOptions.to(HostPort.loopback(1)), false));
            BrokerAddress address = BrokerAddress.tcp("127.0.0.1", broker.getLocalPort());
            for (int i = 0; i < TIMES; i++) {
                OwnClient client = workspace.newClient(tap,
                        ConnectOptions.to(address, ProtocolVersion.MQTT_3_1_1, "press-" + i).build());
                client.connect(client.options()).handle((_, _) -> true).join();
                await().until(() -> client.state() == State.DISCONNECTED);
                assertTrue(client.problem().isPresent());
                workspace.end(client);
            }
            throwingOut.join();
        }
    }

    /** Accepts each and closes. */
    private static void throwOut(ServerSocket broker) {
        for (int i = 0; i < TIMES; i++) {
            try (Socket client = broker.accept()) {
                client.getInputStream().read(new byte[1024]);
                client.getOutputStream().write(new byte[] {0x20, 2, 0, 0});
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
