package dev.fourshake.app.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.PayloadSource.Text;
import dev.fourshake.app.client.ScriptedBroker.Script;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A handshake that a lost connection cuts goes on over the next one (MQTT-4.4.0-1), for the same future. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SessionResumeTest {

    private static final String SESSION_GONE =
            "The message was not acknowledged while its session lasted: a new one has begun.";

    @ParameterizedTest
    @EnumSource
    void cutBeforePubrecItPublishesAgainWithDup(ProtocolVersion version) throws IOException {
        assertEquals(List.of("PUBLISH", "PUBLISH dup", "PUBREL"), resumed(version, Qos.EXACTLY_ONCE,
                peer -> {
                    accept(peer, version, false);
                    peer.read();
                },
                peer -> {
                    accept(peer, version, true);
                    peer.read();
                    peer.write("50 02 00 01");
                    peer.read();
                    peer.write("70 02 00 01");
                    peer.untilClosed();
                }));
    }

    @ParameterizedTest
    @EnumSource
    void cutAfterPubrecItSendsPubrelAgain(ProtocolVersion version) throws IOException {
        assertEquals(List.of("PUBLISH", "PUBREL", "PUBREL"), resumed(version, Qos.EXACTLY_ONCE,
                peer -> {
                    accept(peer, version, false);
                    peer.read();
                    peer.write("50 02 00 01");
                    peer.read();
                    peer.reset();
                },
                peer -> {
                    accept(peer, version, true);
                    peer.read();
                    peer.write("70 02 00 01");
                    peer.untilClosed();
                }));
    }

    @ParameterizedTest
    @EnumSource
    void cutBeforePubackItPublishesAgainWithDup(ProtocolVersion version) throws IOException {
        assertEquals(List.of("PUBLISH", "PUBLISH dup"), resumed(version, Qos.AT_LEAST_ONCE,
                peer -> {
                    accept(peer, version, false);
                    peer.read();
                },
                peer -> {
                    accept(peer, version, true);
                    peer.read();
                    peer.write("40 02 00 01");
                    peer.untilClosed();
                }));
    }

    @ParameterizedTest
    @EnumSource
    void withoutASessionToKeepTheLossOfTheConnectionIsAFailure(ProtocolVersion version) throws IOException {
        var inbox = new Inbox();
        try (var broker = new ScriptedBroker(peer -> {
            accept(peer, version, false);
            peer.read();
        });
             DeviceClient client = DeviceClient.of(
                     ConnectOptions.to(broker.address(), version, "forgetful").build(), inbox)) {
            client.connect();
            CompletableFuture<PublishResult> publish =
                    client.publish(PublishOptions.of("a", new Text("x"), Qos.EXACTLY_ONCE));
            assertEquals("The broker closed the connection.", failureOf(publish).getMessage());
            assertEquals("The broker closed the connection.", inbox.awaitLoss().getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCleanStartGivesUpWhatWasOpen(ProtocolVersion version) throws IOException {
        var inbox = new Inbox();
        try (var broker = new ScriptedBroker(
                peer -> {
                    accept(peer, version, false);
                    peer.read();
                    peer.reset();
                },
                peer -> {
                    accept(peer, version, false);
                    peer.untilClosed();
                });
             DeviceClient client = DeviceClient.of(options(broker, version).build(), inbox)) {
            client.connect();
            CompletableFuture<PublishResult> publish =
                    client.publish(PublishOptions.of("a", new Text("x"), Qos.AT_LEAST_ONCE));
            assertTrue(inbox.awaitLoss().getMessage().startsWith("The connection was cut: "));
            assertFalse(publish.isDone());
            client.connect(options(broker, version).cleanStart(true).build()).join();
            assertEquals(SESSION_GONE, failureOf(publish).getMessage());
        }
    }

    /** An attempt that fails costs nothing; Paho forgets what it has when one with Clean Start does. */
    @ParameterizedTest
    @EnumSource
    void outlivesAttemptsToConnectThatFail(ProtocolVersion version) throws IOException {
        var inbox = new Inbox();
        try (var broker = new ScriptedBroker(
                peer -> {
                    accept(peer, version, false);
                    peer.read();
                },
                peer -> {
                    peer.read();
                    peer.write(version.isMqtt5() ? "20 03 00 88 00" : "20 02 00 03");
                },
                ScriptedBroker.Peer::reset,
                peer -> {
                    accept(peer, version, true);
                    peer.write("40 02 " + peer.read().slice(5, 2).hex());
                    peer.untilClosed();
                });
             DeviceClient client = DeviceClient.of(options(broker, version).build(), inbox)) {
            client.connect();
            CompletableFuture<PublishResult> publish =
                    client.publish(PublishOptions.of("a", new Text("x"), Qos.AT_LEAST_ONCE));
            inbox.awaitLoss();
            assertEquals(ClientFailure.Kind.REFUSED, failureOf(client.connect()).kind());
            assertEquals(ClientFailure.Kind.CONNECTION_LOST,
                    failureOf(client.connect(options(broker, version).cleanStart(true).build())).kind());
            client.connect(options(broker, version).build()).join();
            publish.join();
        }
    }

    /** Paho would send it again, and the broker would deliver it twice (MQTT-3.2.2-5). */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MQTT_3_1")
    void withoutASessionAtTheBrokerNothingIsSentAgain(ProtocolVersion version) throws IOException {
        var inbox = new Inbox();
        var silent = new AtomicBoolean();
        try (var broker = new ScriptedBroker(
                peer -> {
                    accept(peer, version, false);
                    peer.read();
                },
                peer -> {
                    accept(peer, version, false);
                    silent.set(peer.isSilent(300));
                    peer.write("40 02 " + peer.read().slice(5, 2).hex());
                    peer.untilClosed();
                });
             DeviceClient client = DeviceClient.of(options(broker, version).build(), inbox)) {
            client.connect();
            PublishOptions message = PublishOptions.of("a", new Text("x"), Qos.EXACTLY_ONCE);
            CompletableFuture<PublishResult> publish = client.publish(message);
            inbox.awaitLoss();
            client.connect().join();
            assertEquals(SESSION_GONE, failureOf(publish).getMessage());
            await().untilTrue(silent);
            client.publish(PublishOptions.of("a", new Text("y"), Qos.AT_LEAST_ONCE)).join();
        }
    }

    /** Clean Start and the end of the session are two things in MQTT 5; for Paho they are one. */
    @Test
    void inMqtt5ACleanStartIsNoReasonToForget() throws IOException {
        var inbox = new Inbox();
        try (var broker = new ScriptedBroker(
                peer -> {
                    accept(peer, ProtocolVersion.MQTT_5, false);
                    peer.read();
                },
                peer -> {
                    accept(peer, ProtocolVersion.MQTT_5, true);
                    peer.read();
                    peer.write("40 02 00 01");
                    peer.untilClosed();
                });
             DeviceClient client = DeviceClient.of(
                     options(broker, ProtocolVersion.MQTT_5).cleanStart(true).build(), inbox)) {
            client.connect();
            CompletableFuture<PublishResult> publish =
                    client.publish(PublishOptions.of("a", new Text("x"), Qos.AT_LEAST_ONCE));
            inbox.awaitLoss();
            client.connect(client.options().change().cleanStart(false).build()).join();
            publish.join();
        }
    }

    @Test
    void inMqtt5ASessionThatExpiresAtOnceIsGone() throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            accept(peer, ProtocolVersion.MQTT_5, false);
            peer.read();
        });
             DeviceClient client = DeviceClient.of(ConnectOptions.to(broker.address(), ProtocolVersion.MQTT_5, "c")
                     .cleanStart(false).build(), ClientListener.NONE)) {
            client.connect();
            assertEquals("The broker closed the connection.", failureOf(
                    client.publish(PublishOptions.of("a", new Text("x"), Qos.AT_LEAST_ONCE))).getMessage());
        }
    }

    private static List<String> resumed(ProtocolVersion version, Qos qos, Script before, Script after)
            throws IOException {
        var inbox = new Inbox();
        try (var broker = new ScriptedBroker(before, after);
             DeviceClient client = DeviceClient.of(options(broker, version).build(), inbox)) {
            assertFalse(client.connect().join().sessionPresent());
            CompletableFuture<PublishResult> publish =
                    client.publish(PublishOptions.of("press/parts", new Text("17"), qos));
            inbox.awaitLoss();
            assertFalse(publish.isDone());
            assertEquals(version != ProtocolVersion.MQTT_3_1, client.connect().join().sessionPresent());
            publish.join();
            List<String> sent = broker.received().stream().map(SessionResumeTest::name).toList();
            return sent.stream().filter(packet -> packet.startsWith("PUB")).toList();
        }
    }

    /** The second byte of CONNACK is Session Present; MQTT 3.1 has none. */
    private static void accept(ScriptedBroker.Peer peer, ProtocolVersion version, boolean sessionPresent)
            throws IOException {
        peer.read();
        String flags = sessionPresent && version != ProtocolVersion.MQTT_3_1 ? "01" : "00";
        peer.write(version.isMqtt5() ? "20 03 " + flags + " 00 00" : "20 02 " + flags + " 00");
    }

    private static ConnectOptions.Builder options(ScriptedBroker broker, ProtocolVersion version) {
        ConnectOptions.Builder options = ConnectOptions.to(broker.address(), version, "resuming").cleanStart(false);
        return version.isMqtt5() ? options.sessionExpiry(300) : options;
    }

    private static String name(Bytes packet) {
        int first = packet.at(0);
        return switch (first >> 4) {
            case 3 -> (first & 8) == 0 ? "PUBLISH" : "PUBLISH dup";
            case 6 -> "PUBREL";
            default -> "other";
        };
    }

    private static ClientFailure failureOf(CompletableFuture<?> future) {
        return ClientFailure.in(assertThrows(CompletionException.class, future::join));
    }
}
