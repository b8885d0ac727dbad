package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.trace.TraceFeed;
import dev.fourshake.model.wire.LinkEnded;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one side does to its connection is done to the other side. */
class LinkEndTest {

    private static final byte[] HELLO = {1, 2, 3};

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void aHalfClosePassesAndTheOtherDirectionGoesOn(Transport transport) throws Exception {
        try (Rig rig = rig(transport); Socket device = rig.device(); Socket broker = rig.atBroker()) {
            device.getOutputStream().write(HELLO);
            device.shutdownOutput();
            assertArrayEquals(HELLO, broker.getInputStream().readAllBytes());
            broker.getOutputStream().write(HELLO);
            assertArrayEquals(HELLO, device.getInputStream().readNBytes(HELLO.length));
            broker.close();
            assertEquals(-1, device.getInputStream().read());
            rig.finish();
            assertEquals(List.of("CLIENT HALF_CLOSED", "BROKER CLOSED"), endings(rig));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void aHalfCloseOfTheBrokerPasses(Transport transport) throws Exception {
        try (Rig rig = rig(transport); Socket device = rig.device(); Socket broker = rig.atBroker()) {
            broker.getOutputStream().write(HELLO);
            broker.shutdownOutput();
            assertArrayEquals(HELLO, device.getInputStream().readAllBytes());
            device.getOutputStream().write(HELLO);
            device.close();
            assertArrayEquals(HELLO, broker.getInputStream().readAllBytes());
            rig.finish();
            assertEquals(List.of("BROKER HALF_CLOSED", "CLIENT CLOSED"), endings(rig));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void aResetOfTheDeviceResetsTheBroker(Transport transport) throws Exception {
        try (Rig rig = rig(transport); Socket device = rig.device(); Socket broker = rig.atBroker()) {
            device.getOutputStream().write(HELLO);
            assertArrayEquals(HELLO, broker.getInputStream().readNBytes(HELLO.length));
            reset(device);
            assertReset(broker);
            rig.finish();
            assertEquals(List.of("CLIENT RESET"), endings(rig));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void aResetOfTheBrokerResetsTheDevice(Transport transport) throws Exception {
        try (Rig rig = rig(transport); Socket device = rig.device(); Socket broker = rig.atBroker()) {
            broker.getOutputStream().write(HELLO);
            assertArrayEquals(HELLO, device.getInputStream().readNBytes(HELLO.length));
            reset(broker);
            assertReset(device);
            rig.finish();
            assertEquals(List.of("BROKER RESET"), endings(rig));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void aResetAfterAHalfClosePasses(Transport transport) throws Exception {
        try (Rig rig = rig(transport); Socket device = rig.device(); Socket broker = rig.atBroker()) {
            device.shutdownOutput();
            assertEquals(-1, broker.getInputStream().read());
            reset(broker);
            assertReset(device);
            rig.finish();
            assertEquals(List.of("CLIENT HALF_CLOSED", "BROKER RESET"), endings(rig));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void anUnreachableBrokerResetsTheDeviceAndTheTapStaysUp(Transport transport) throws Exception {
        try (Rig rig = rig(transport)) {
            rig.broker.close();
            for (int i = 0; i < 2; i++) {
                try (Socket device = rig.device()) {
                    assertReset(device);
                }
            }
            assertTrue(rig.tap.status().problem().orElseThrow().text().startsWith("No broker listens at 127.0.0.1:"),
                    () -> rig.tap.status().problem().orElseThrow().text());
            rig.finish();
            assertEquals(List.of("BROKER UNREACHABLE", "BROKER UNREACHABLE"), endings(rig));
            assertEquals("Connection refused", rig.events(LinkEnded.class).getFirst().detail());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void closingTheTapClosesBothSides(Transport transport) throws Exception {
        try (Rig rig = rig(transport); Socket device = rig.device(); Socket broker = rig.atBroker()) {
            device.getOutputStream().write(HELLO);
            assertArrayEquals(HELLO, broker.getInputStream().readNBytes(HELLO.length));
            rig.finish();
            assertEquals(-1, device.getInputStream().read());
            assertEquals(-1, broker.getInputStream().read());
            assertEquals(List.of("TAP CLOSED"), endings(rig));
            assertEquals(0, rig.tap.status().linksUp());
        }
    }

    private static Rig rig(Transport transport) throws Exception {
        return new Rig(transport, UnaryOperator.identity(), TraceFeed.QUEUE_BYTES);
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void assertReset(Socket socket) {
        SocketException reset = assertThrows(SocketException.class, () -> socket.getInputStream().read());
        assertTrue(reset.getMessage().contains("reset"), reset::getMessage);
    }

    private static List<String> endings(Rig rig) {
        return rig.events(LinkEnded.class).stream().map(end -> end.by() + " " + end.how()).toList();
    }
}
