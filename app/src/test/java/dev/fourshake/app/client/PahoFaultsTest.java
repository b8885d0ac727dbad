package dev.fourshake.app.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.client.PayloadSource.Text;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Paho 1.2.5 gets wrong by itself, and does not behind {@link DeviceClient}. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PahoFaultsTest {

    /** It uses an alias as soon as the broker allows one, and after a reconnect resends a message without a topic. */
    @Test
    void aliasesThatTheBrokerAllowsAreNotUsed() throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write("20 06 00 00 03 22 00 0a");
            for (int i = 1; i <= 2; i++) {
                peer.read();
                peer.write("40 02 00 0" + i);
            }
            peer.untilClosed();
        });
             DeviceClient client = client(broker, ProtocolVersion.MQTT_5)) {
            client.connect();
            PublishOptions message = PublishOptions.of("a", new Text("x"), Qos.AT_LEAST_ONCE);
            client.publish(message).join();
            client.publish(message).join();
            assertEquals(List.of(Bytes.ofHex("32 07 0001 61 0001 00 78"), Bytes.ofHex("32 07 0001 61 0002 00 78")),
                    broker.received().subList(1, 3));
        }
    }

    /** It takes 65,535 for -1, and then sends nothing. */
    @Test
    void theLargestReceiveMaximumIsLarge() throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write("20 06 00 00 03 21 ff ff");
            peer.read();
            peer.write("40 02 00 01");
            peer.untilClosed();
        });
             DeviceClient client = client(broker, ProtocolVersion.MQTT_5)) {
            client.connect();
            client.publish(PublishOptions.of("a", new Text("x"), Qos.AT_LEAST_ONCE)).join();
        }
    }

    /** It throws back what goes beyond the window, and with it a Packet Identifier. */
    @Test
    void beyondTheReceiveMaximumMessagesWait() throws IOException {
        var overrun = new AtomicBoolean();
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write("20 06 00 00 03 21 00 01");
            for (int i = 1; i <= 3; i++) {
                Bytes publish = peer.read();
                if (!peer.isSilent(100)) {
                    overrun.set(true);
                }
                peer.write("40 02 " + publish.slice(5, 2).hex());
            }
            peer.untilClosed();
        });
             DeviceClient client = client(broker, ProtocolVersion.MQTT_5)) {
            client.connect();
            CompletableFuture.allOf(List.of("1", "2", "3").stream()
                    .map(text -> client.publish(PublishOptions.of("a", new Text(text), Qos.AT_LEAST_ONCE)))
                    .toArray(CompletableFuture[]::new)).join();
            assertEquals(List.of("1", "2", "3"), broker.received().subList(1, 4).stream()
                    .map(publish -> publish.from(8).utf8()).toList());
            assertFalse(overrun.get());
        }
    }

    /** It takes the broker's Maximum Packet Size for the largest packet that the broker may send. */
    @Test
    void theBrokersMaximumPacketSizeIsNoneOfItsOwn() throws IOException {
        var inbox = new Inbox();
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write("20 08 00 00 05 27 00 00 00 14");
            peer.read();
            peer.write("90 04 00 01 00 00");
            peer.write("30 22 00 01 61 00 " + "78".repeat(30));
            peer.untilClosed();
        });
             DeviceClient client = DeviceClient.of(options(broker, ProtocolVersion.MQTT_5).build(), inbox)) {
            client.connect();
            client.subscribe(SubscribeOptions.of("a", Qos.AT_MOST_ONCE)).join();
            assertEquals("x".repeat(30), inbox.message().payload().utf8());
        }
    }

    /** Its own socket has a read timeout of a second, after which it loses its place in the stream. */
    @ParameterizedTest
    @EnumSource
    void aPacketMayPauseAfterItsFirstByte(ProtocolVersion version) throws IOException {
        var inbox = new Inbox();
        var arrived = new CompletableFuture<Void>();
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write(version.isMqtt5() ? "20 03 00 00 00" : "20 02 00 00");
            peer.write("30");
            // The pause is the subject, not a wait for something to happen.
            arrived.completeOnTimeout(null, Duration.ofMillis(1_500).toMillis(), TimeUnit.MILLISECONDS).join();
            peer.write(version.isMqtt5() ? "05 00 01 61 00 78" : "04 00 01 61 78");
            peer.untilClosed();
        });
             DeviceClient client = DeviceClient.of(options(broker, version).build(), inbox)) {
            client.connect().join();
            assertEquals("x", inbox.message().payload().utf8());
            assertEquals(List.of(), inbox.losses());
        }
    }

    /** A QoS 1 message that the broker refuses counts as delivered for it. */
    @Test
    void aRefusedMessageIsAFailure() throws IOException {
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write("20 03 00 00 00");
            peer.read();
            peer.write("40 03 00 01 87");
            peer.read();
            peer.write("40 03 00 02 10");
            peer.untilClosed();
        });
             DeviceClient client = client(broker, ProtocolVersion.MQTT_5)) {
            client.connect();
            PublishOptions message = PublishOptions.of("a", new Text("x"), Qos.AT_LEAST_ONCE);
            ClientFailure failure = ClientFailure.in(
                    assertThrows(CompletionException.class, client.publish(message)::join));
            assertEquals(ClientFailure.Kind.REJECTED, failure.kind());
            assertEquals(0x87, failure.reasonCode().orElseThrow());
            assertEquals("The broker did not take the message for a: Not authorized (0x87).", failure.getMessage());
            assertTrue(client.publish(message).join().noMatchingSubscribers());
        }
    }

    @Test
    void theBrokersLastWordsAreTold() throws IOException {
        var inbox = new Inbox();
        try (var broker = new ScriptedBroker(peer -> {
            peer.read();
            peer.write("20 03 00 00 00");
            peer.read();
            peer.write("e0 07 8b 05 1f 00 02 62 79");
            peer.untilClosed();
        });
             DeviceClient client = DeviceClient.of(options(broker, ProtocolVersion.MQTT_5).build(), inbox)) {
            client.connect().join();
            CompletableFuture<List<Integer>> subscribing = client.subscribe(SubscribeOptions.of("a", Qos.AT_MOST_ONCE));
            String words = "The broker ended the connection: Server shutting down (0x8B). The broker says: by";
            assertEquals(words, inbox.awaitLoss().getMessage());
            assertEquals(ClientFailure.Kind.CONNECTION_LOST, ClientFailure.in(
                    assertThrows(CompletionException.class, subscribing::join)).kind());
        }
    }

    /** It forgets to say that a connect was answered if the connection ends in the same breath. */
    @ParameterizedTest
    @EnumSource
    void aConnectionThatEndsAsItBeginsIsToldOnce(ProtocolVersion version) throws IOException {
        var inbox = new Inbox();
        ScriptedBroker.Script breath = peer -> {
            peer.read();
            peer.write(version.isMqtt5() ? "20 03 00 00 00 e0 02 8b 00" : "20 02 00 00");
        };
        try (var broker = new ScriptedBroker(breath, breath, breath, breath);
             DeviceClient client = DeviceClient.of(options(broker, version).build(), inbox)) {
            int failed = 0;
            for (int attempt = 1; attempt <= 4; attempt++) {
                try {
                    assertTrue(client.connect().join().isAccepted());
                } catch (CompletionException e) {
                    assertEquals(ClientFailure.Kind.CONNECTION_LOST, ClientFailure.in(e).kind());
                    failed++;
                }
                int notFailed = attempt - failed;
                await().until(() -> inbox.losses().size() == notFailed);
            }
        }
    }

    /** It is ready to connect again while it still tells messages, and then waits for ever for a thread to begin. */
    @ParameterizedTest
    @EnumSource
    void connectsAgainWhenTheMessagesBeforeAreHeard(ProtocolVersion version) throws IOException {
        var listener = new Blocked();
        try (var broker = new ScriptedBroker(flood(version), peer -> {
            peer.read();
            peer.write(connack(version));
            peer.untilClosed();
        });
             DeviceClient client = DeviceClient.of(options(broker, version).build(), listener)) {
            client.connect().join();
            await().until(() -> !client.isConnected());
            CompletableFuture<Connack> again = client.connect();
            listener.go();
            assertTrue(again.join().isAccepted());
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThatMessagesAreStillToBeHeard(ProtocolVersion version) throws IOException {
        var listener = new Blocked();
        try (var broker = new ScriptedBroker(flood(version));
             DeviceClient client = DeviceClient.of(options(broker, version).build(), listener)) {
            client.connect().join();
            await().until(() -> !client.isConnected());
            ClientFailure failure = ClientFailure.in(assertThrows(CompletionException.class, client.connect(
                    client.options().change().timeout(Duration.ofMillis(100)).build())::join));
            assertEquals(ClientFailure.Kind.WRONG_STATE, failure.kind());
            assertEquals("Messages of the connection before are still being taken in. Connect again in a moment.",
                    failure.getMessage());
            listener.go();
        }
    }

    /** One message more than the client keeps for its listener; the end comes when Paho waits with that one. */
    private static ScriptedBroker.Script flood(ProtocolVersion version) {
        return peer -> {
            peer.read();
            peer.write(connack(version));
            for (int i = 1; i <= 1_001; i++) {
                peer.write((version.isMqtt5() ? "32 06 00 01 61 %04x 00" : "32 05 00 01 61 %04x").formatted(i));
            }
            do {
                // Paho acknowledges what it has handed over.
            } while (!peer.isSilent(500));
        };
    }

    private static String connack(ProtocolVersion version) {
        return version.isMqtt5() ? "20 03 00 00 00" : "20 02 00 00";
    }

    /** Hears nothing until it is let go. */
    private static final class Blocked implements ClientListener {

        private final CountDownLatch gate = new CountDownLatch(1);

        void go() {
            gate.countDown();
        }

        @Override
        public void messageArrived(ReceivedMessage message) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static ConnectOptions.Builder options(ScriptedBroker broker, ProtocolVersion version) {
        return ConnectOptions.to(broker.address(), version, "paho");
    }

    private static DeviceClient client(ScriptedBroker broker, ProtocolVersion version) {
        return DeviceClient.of(options(broker, version).build(), ClientListener.NONE);
    }
}
