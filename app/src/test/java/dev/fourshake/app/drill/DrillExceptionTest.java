package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.BrokerAddress;
import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.client.ClientFailure.Kind;
import dev.fourshake.app.client.ClientListener;
import dev.fourshake.app.client.ConnectOptions;
import dev.fourshake.app.client.DeviceClient;
import dev.fourshake.app.client.SubscribeOptions;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a drill says where its own client gets no further. */
class DrillExceptionTest {

    private static final HostPort BROKER = new HostPort("broker.example", 1883);

    /** The connection was lost between two things that the client was to do. */
    @Test
    void whoIsNotConnectedAnyMoreHasLostTheBroker() {
        try (DeviceClient client = DeviceClient.of(ConnectOptions.to(BrokerAddress.tcp("127.0.0.1", 1),
                ProtocolVersion.MQTT_3_1_1, "fsdrill").build(), new ClientListener() { })) {
            ClientFailure failure = ClientFailure.in(assertThrows(CompletionException.class,
                    () -> client.subscribe(SubscribeOptions.of("a", Qos.EXACTLY_ONCE)).join()));
            assertEquals(Kind.WRONG_STATE, failure.kind());
            DrillException told = DrillException.of(failure, BROKER, List.of(), Duration.ofSeconds(1));
            assertTrue(told.isUnreachable());
            assertTrue(told.sentence().text().startsWith("The broker at broker.example:1883 ended a connection"),
                    told.sentence()::text);
        }
    }

    /** The client talks to a tap of the drill's, on a port that nobody has ever heard of. */
    @Test
    void theBrokerIsNamedAndNotTheTapBeforeIt() throws Exception {
        try (ServerSocket broker = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(broker));
            HostPort address = HostPort.loopback(broker.getLocalPort());
            DrillTimes times = new DrillTimes(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMillis(50),
                    Duration.ofMillis(50));
            DrillPlan plan = new DrillPlan(address, new BrokerTls.None(), Credentials.NONE,
                    Set.of(ProtocolVersion.MQTT_5), Set.of(Qos.EXACTLY_ONCE), Set.of(Direction.CLIENT_TO_SERVER),
                    Set.of(Fault.DELAYED), times);
            DrillException told = assertThrows(DrillException.class,
                    () -> new Drill(plan, DrillDevices.own(), new DrillListener() { }).run());
            assertTrue(told.isUnreachable());
            assertTrue(told.sentence().text().contains(": " + address + " closed the connection"),
                    told.sentence()::text);
        }
    }

    /** Takes CONNECT, and closes. */
    private static void hangUp(ServerSocket broker) {
        while (!broker.isClosed()) {
            try (Socket client = broker.accept()) {
                client.getInputStream().read(new byte[1024]);
            } catch (IOException _) {
                return; // the test is over
            }
        }
    }
}
