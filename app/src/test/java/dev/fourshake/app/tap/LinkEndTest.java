package dev.fourshake.app.tap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one side does to its connection is done to the other side. */
@ExtendWith(LeakWatch.class)
class LinkEndTest {

    private static final String HELLO = "01 02 03";

    @Test
    void aHalfClosePassesAndTheOtherDirectionGoesOn() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(HELLO).halfClose();
            broker.expect(HELLO).expectEnd();
            broker.send(HELLO);
            device.expect(HELLO);
            broker.socket().close();
            device.expectEnd();
            rig.finish();
            assertEquals(List.of("CLIENT HALF_CLOSED", "BROKER CLOSED"), rig.endings());
        }
    }

    @Test
    void aHalfCloseOfTheBrokerPasses() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            broker.send(HELLO).halfClose();
            device.expect(HELLO).expectEnd();
            device.send(HELLO).socket().close();
            broker.expect(HELLO).expectEnd();
            rig.finish();
            assertEquals(List.of("BROKER HALF_CLOSED", "CLIENT CLOSED"), rig.endings());
        }
    }

    @Test
    void aResetOfTheDeviceResetsTheBroker() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(HELLO);
            broker.expect(HELLO);
            device.reset();
            broker.expectReset();
            rig.finish();
            assertEquals(List.of("CLIENT RESET"), rig.endings());
        }
    }

    @Test
    void aResetOfTheBrokerResetsTheDevice() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            broker.send(HELLO);
            device.expect(HELLO);
            broker.reset();
            device.expectReset();
            rig.finish();
            assertEquals(List.of("BROKER RESET"), rig.endings());
        }
    }

    @Test
    void aResetThatIsMetByWritingPassesToo() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            // The device takes nothing, so the broker is not read, and nobody hears its RST before something is sent.
            CompletableFuture<Void> sending = broker.sending(new byte[64 << 20]);
            TapLink link = rig.tap.links().findFirst().orElseThrow();
            await().until(() -> !link.device().isWritable());
            broker.reset();
            assertThrows(ExecutionException.class, sending::get);
            device.send(HELLO);
            await().until(() -> rig.endings().equals(List.of("BROKER RESET")));
            assertThrows(SocketException.class, () -> device.socket().getInputStream().readAllBytes());
        }
    }

    @Test
    void aResetAfterAHalfClosePasses() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.halfClose();
            broker.expectEnd();
            broker.reset();
            device.expectReset();
            rig.finish();
            assertEquals(List.of("CLIENT HALF_CLOSED", "BROKER RESET"), rig.endings());
        }
    }

    @Test
    void anUnreachableBrokerResetsTheDeviceAndTheTapStaysUp() throws Exception {
        try (Rig rig = new Rig()) {
            rig.broker.close();
            for (int i = 0; i < 2; i++) {
                try (Peer device = rig.device()) {
                    device.expectReset();
                }
            }
            String sentence = rig.tap.status().problem().orElseThrow().text();
            assertTrue(sentence.startsWith("No broker listens at 127.0.0.1:"), sentence);
            rig.finish();
            assertEquals(List.of("BROKER UNREACHABLE", "BROKER UNREACHABLE"), rig.endings());
            assertEquals("Connection refused", rig.events(LinkEnded.class).getFirst().detail());
        }
    }

    /** Else nobody could tell whether what he has just mended is mended. */
    @Test
    void aProblemWithTheBrokerIsOverOnceADeviceGetsThrough() throws Exception {
        try (Rig rig = new Rig()) {
            int port = rig.broker.getLocalPort();
            rig.broker.close();
            try (Peer device = rig.device()) {
                device.expectReset();
            }
            assertTrue(rig.tap.status().problem().isPresent());
            try (ServerSocket back = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
                 Peer device = rig.device(); Peer broker = accepted(back)) {
                device.send(HELLO);
                broker.expect(HELLO);
                await().until(() -> rig.tap.status().problem().isEmpty());
            }
        }
    }

    private static Peer accepted(ServerSocket broker) throws IOException {
        broker.setSoTimeout(10_000);
        return new Peer(broker.accept());
    }

    @Test
    void aNameThatNobodyKnowsIsSaid() throws Exception {
        try (Rig rig = new Rig(options -> options.withBroker(new HostPort("no-such-host.invalid", 1883)));
             Peer device = rig.device()) {
            device.expectReset();
            String sentence = rig.tap.status().problem().orElseThrow().text();
            assertTrue(sentence.startsWith("There is no host named no-such-host.invalid"), sentence);
        }
    }

    @Test
    void theSecondAddressOfANameIsTriedToo() throws Exception {
        try (Rig rig = new Rig(options -> options.withBroker(new HostPort("localhost", options.broker().port())));
             Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(HELLO);
            broker.expect(HELLO);
        }
    }

    @Test
    void closingTheTapClosesBothSides() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(HELLO);
            broker.expect(HELLO);
            rig.finish();
            device.expectEnd();
            broker.expectEnd();
            assertEquals(List.of("TAP CLOSED"), rig.endings());
            assertEquals(0, rig.tap.status().linksUp());
            assertTrue(rig.tap.status().listening().isEmpty());
        }
    }

    @RepeatedTest(10)
    void devicesThatComeWhileTheTapClosesAreEndedByTheTap() throws Exception {
        List<Peer> devices = new CopyOnWriteArrayList<>();
        try (Rig rig = new Rig()) {
            CompletableFuture<Void> connecting = CompletableFuture.runAsync(() -> {
                try {
                    while (devices.size() < 1_000) {
                        devices.add(rig.device());
                    }
                } catch (IOException _) {
                    // Nobody listens any more.
                }
            });
            await().pollInterval(Duration.ofMillis(1)).until(() -> rig.tap.status().links() >= 3);
            rig.finish();
            connecting.get();
            assertEquals(Set.of("TAP CLOSED"), Set.copyOf(rig.endings()));
            assertEquals(rig.events(LinkOpened.class).size(), rig.endings().size());
        } finally {
            for (Peer device : devices) {
                device.close();
            }
        }
    }
}
