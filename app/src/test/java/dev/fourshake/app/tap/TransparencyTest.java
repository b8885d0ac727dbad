package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransparencyTest {

    private static final byte[] PINGREQ = {(byte) 0xC0, 0};
    /** CONNECT of MQTT 3.1.1, clean session, keep alive 60, client identifier "a". */
    private static final byte[] CONNECT = HexFormat.of().parseHex("100d00044d5154540402003c000161");

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void bytesThatAreNoMqttPassBothWaysUnchangedAndAllAreSeen(Transport transport) throws Exception {
        byte[] up = random(1, 3_000_000);
        byte[] down = random(2, 5_000_000);
        try (Rig rig = rig(transport); Socket device = rig.device(); Socket broker = rig.atBroker()) {
            CompletableFuture<Void> sendUp = send(device, up);
            CompletableFuture<Void> sendDown = send(broker, down);
            CompletableFuture<byte[]> gotDown = CompletableFuture.supplyAsync(() -> read(device, down.length));
            assertArrayEquals(up, read(broker, up.length));
            assertArrayEquals(down, gotDown.get());
            sendUp.get();
            sendDown.get();
            rig.finish();
            assertArrayEquals(up, rig.seen(1, Direction.CLIENT_TO_SERVER));
            assertArrayEquals(down, rig.seen(1, Direction.SERVER_TO_CLIENT));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.fourshake.app.tap.Transport#available")
    void packetsBecomeOneFrameEachHoweverTheyAreSegmented(Transport transport) throws Exception {
        try (Rig rig = rig(transport); Socket device = rig.device(); Socket broker = rig.atBroker()) {
            OutputStream out = device.getOutputStream();
            for (byte single : CONNECT) {
                out.write(single);
                read(broker, 1);
            }
            out.write(PINGREQ);
            out.write(PINGREQ);
            read(broker, 4);
            rig.finish();
            assertEquals(LinkOpened.class, rig.events.getFirst().getClass());
            List<Frame> frames = rig.events(Frame.class);
            assertEquals(List.of(15, 2, 2), frames.stream().map(frame -> frame.raw().length()).toList());
            assertEquals(3, rig.tap.status().packets());
            assertEquals(19, rig.tap.status().bytes());
            assertEquals(frames.stream().map(WireEvent::timeNanos).sorted().toList(),
                    frames.stream().map(WireEvent::timeNanos).toList());
        }
    }

    private static Rig rig(Transport transport) throws Exception {
        return new Rig(transport, UnaryOperator.identity(), 64 << 20);
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static CompletableFuture<Void> send(Socket socket, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] read(Socket socket, int count) {
        try {
            return socket.getInputStream().readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
