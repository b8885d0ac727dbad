package dev.fourshake.app.client;

import static dev.fourshake.app.client.ClientFailure.Kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.PayloadSource.Text;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which a connection does not come about, and the sentence that says so. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ConnectFailureTest {

    @ParameterizedTest
    @EnumSource
    void nothingListens(ProtocolVersion version) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ClientFailure failure = failure(BrokerAddress.tcp("127.0.0.1", port), version);
        assertEquals(Kind.UNREACHABLE, failure.kind());
        assertEquals("Nothing accepts connections at 127.0.0.1:" + port
                + ". Check host and port, and that the broker is running.", failure.getMessage());
    }

    /** A name with an underscore, which Paho's own sockets cannot connect to, is a name like any other. */
    @Test
    void hostUnknown() {
        ClientFailure failure = failure(BrokerAddress.tcp("press_4.invalid", 1883), ProtocolVersion.MQTT_5);
        assertEquals(Kind.UNREACHABLE, failure.kind());
        assertEquals("The host name press_4.invalid is not known. Check its spelling, or use the address.",
                failure.getMessage());
    }

    @Test
    void refusedBeforeMqtt5() throws IOException {
        assertRefused(ProtocolVersion.MQTT_3_1_1, "20 02 00 05", 5, "The broker refused the connection: not authorized "
                + "(0x05). Check user name and password, and what the broker allows this client.");
    }

    @Test
    void refusedInMqtt5WithTheBrokersWords() throws IOException {
        assertRefused(ProtocolVersion.MQTT_5, "20 0d 00 86 0a 1f 00 07 74 72 79 20 32 46 41", 0x86,
                "The broker refused the connection: Bad User Name or Password (0x86). The broker says: try 2FA "
                        + "Check user name and password.");
    }

    @Test
    void refusedWithACodeThatNobodyKnows() throws IOException {
        assertRefused(ProtocolVersion.MQTT_3_1, "20 02 00 2a", 42,
                "The broker refused the connection: a code that the specification does not know (0x2A).");
    }

    @ParameterizedTest
    @EnumSource
    void closedWithoutAnAnswer(ProtocolVersion version) throws IOException {
        try (var broker = new ScriptedBroker(ScriptedBroker.Peer::read)) {
            ClientFailure failure = failure(broker.address(), version);
            assertEquals(Kind.CONNECTION_LOST, failure.kind());
            assertEquals(broker.address() + " closed the connection without answering CONNECT. It may expect TLS, or "
                    + "another protocol version.", failure.getMessage());
        }
    }

    /** As a tap does whose broker is away; Paho by itself leaves a thread behind that waits for ever. */
    @ParameterizedTest
    @EnumSource
    void closedAtOnceAsOftenAsOneTries(ProtocolVersion version) throws IOException {
        ScriptedBroker.Script close = _ -> { };
        ScriptedBroker.Script reset = ScriptedBroker.Peer::reset;
        try (var broker = new ScriptedBroker(close, reset, close, close, close, close, close, close, close,
                peer -> {
                    peer.read();
                    peer.write(connack(version));
                    peer.untilClosed();
                });
             DeviceClient client = DeviceClient.of(options(broker.address(), version), ClientListener.NONE)) {
            for (int attempt = 0; attempt < 9; attempt++) {
                ClientFailure failure = failureOf(client.connect());
                assertEquals(Kind.CONNECTION_LOST, failure.kind(), failure::getMessage);
            }
            assertTrue(client.connect().join().isAccepted());
        }
    }

    @ParameterizedTest
    @EnumSource
    void silence(ProtocolVersion version) throws IOException {
        try (var broker = new ScriptedBroker(ScriptedBroker.Peer::untilClosed)) {
            ClientFailure failure = failure(options(broker.address(), version).change()
                    .timeout(Duration.ofSeconds(1)).build());
            assertEquals(Kind.TIMED_OUT, failure.kind());
            assertEquals(broker.address() + " accepted the connection, but did not answer CONNECT within 1 s. It may "
                    + "not be an MQTT broker, or CONNECT or CONNACK is held on the way.", failure.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void notMqtt(ProtocolVersion version) throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.write("48 54 54 50 2f 31 2e 31 20 34 30 30 0d 0a 0d 0a");
            peer.untilClosed();
        })) {
            ClientFailure failure = failure(broker.address(), version);
            assertEquals(Kind.PROTOCOL, failure.kind());
            assertEquals(broker.address() + " did not answer with CONNACK: its first byte is 0x48. It is no MQTT "
                    + "broker, or this port is for something else.", failure.getMessage());
        }
    }

    /** As through a tap that holds CONNACK, and the user has seen enough. */
    @ParameterizedTest
    @EnumSource
    void aborted(ProtocolVersion version) throws IOException {
        var reached = new CompletableFuture<Void>();
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            reached.complete(null);
            peer.untilClosed();
        });
             DeviceClient client = DeviceClient.of(options(broker.address(), version), ClientListener.NONE)) {
            CompletableFuture<Connack> connecting = client.connect();
            reached.join();
            client.abort().join();
            assertEquals("The connection was cut on this side, without DISCONNECT.",
                    failureOf(connecting).getMessage());
            assertFalse(client.isConnected());
        }
    }

    @ParameterizedTest
    @EnumSource
    void notNow(ProtocolVersion version) throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write(connack(version));
            peer.untilClosed();
        })) {
            DeviceClient client = DeviceClient.of(options(broker.address(), version), ClientListener.NONE);
            PublishOptions message = PublishOptions.of("a", new Text(""), Qos.AT_LEAST_ONCE);
            assertWrongState("The client is not connected. Connect it first.", client.publish(message));
            client.disconnect().join();
            client.abort().join();
            client.connect().join();
            assertWrongState("The client is already connected to " + broker.address() + ". Disconnect it first.",
                    client.connect());
            CompletableFuture<PublishResult> unanswered = client.publish(message);
            client.close();
            assertEquals(Kind.CONNECTION_LOST, failureOf(unanswered).kind());
            client.close();
            assertWrongState("The client is closed.", client.publish(message));
        }
    }

    private static String connack(ProtocolVersion version) {
        return version.isMqtt5() ? "20 03 00 00 00" : "20 02 00 00";
    }

    private static void assertRefused(ProtocolVersion version, String connack, int code, String sentence)
            throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write(connack);
            peer.untilClosed();
        })) {
            ClientFailure failure = failure(broker.address(), version);
            assertEquals(Kind.REFUSED, failure.kind());
            assertEquals(code, failure.reasonCode().orElseThrow());
            assertEquals(sentence, failure.getMessage());
        }
    }

    private static void assertWrongState(String sentence, CompletableFuture<?> future) {
        ClientFailure failure = failureOf(future);
        assertEquals(Kind.WRONG_STATE, failure.kind());
        assertEquals(sentence, failure.getMessage());
    }

    private static ConnectOptions options(BrokerAddress address, ProtocolVersion version) {
        return ConnectOptions.to(address, version, "failing").build();
    }

    private static ClientFailure failure(BrokerAddress address, ProtocolVersion version) {
        return failure(options(address, version));
    }

    private static ClientFailure failure(ConnectOptions options) {
        try (DeviceClient client = DeviceClient.of(options, ClientListener.NONE)) {
            return failureOf(client.connect());
        }
    }

    private static ClientFailure failureOf(CompletableFuture<?> future) {
        return ClientFailure.in(assertThrows(CompletionException.class, future::join));
    }
}
