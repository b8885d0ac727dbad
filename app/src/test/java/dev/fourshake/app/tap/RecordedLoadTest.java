package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fourshake.app.capture.CaptureInfo;
import dev.fourshake.app.capture.CaptureReader;
import dev.fourshake.app.capture.CaptureRecorder;
import dev.fourshake.app.capture.CaptureRecorder.Start;
import dev.fourshake.app.capture.RecorderState.Phase;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.WireEvent;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who watches goes last, and yet sees and keeps every packet, in order, while several devices send all they can. */
@ExtendWith(LeakWatch.class)
class RecordedLoadTest {

    private static final int DEVICES = 6;
    private static final int PUBLICATIONS = 20_000;
    private static final int ACK_BYTES = 4;

    @TempDir
    private Path directory;

    @Test
    void whatPassedIsInTheTraceAndInTheCaptureToTheLastPacket() throws Exception {
        Path file = directory.resolve("load.fourshake");
        byte[] up = HexFormat.of().parseHex((Packets.CONNECT + publications()).replace(" ", ""));
        byte[] down = HexFormat.of().parseHex((Packets.CONNACK + acknowledgements()).replace(" ", ""));
        try (Rig rig = new Rig(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CaptureRecorder recorder = CaptureRecorder.start(rig.feed, file, CaptureInfo.now("0.1", "tap"),
                    Start.BEGINNING);
            List<Peer> peers = new ArrayList<>();
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < DEVICES; i++) {
                Peer device = rig.device();
                Peer broker = rig.atBroker();
                peers.addAll(List.of(device, broker));
                work.add(threads.submit(() -> device.send(up)));
                work.add(threads.submit(() -> broker.send(down)));
                work.add(threads.submit(() -> assertArrayEquals(up, broker.readAll(up.length))));
                work.add(threads.submit(() -> assertArrayEquals(down, device.readAll(down.length))));
            }
            for (Future<?> each : work) {
                each.get();
            }
            for (Peer peer : peers) {
                peer.close();
            }
            rig.finish();
            recorder.close();

            int packets = DEVICES * (PUBLICATIONS + 1) * 2;
            assertEquals(packets, rig.tap.status().packets());
            assertEquals((long) DEVICES * (up.length + down.length), rig.tap.status().bytes());
            assertEquals(packets, rig.events(Frame.class).size());
            assertEquals(DEVICES * PUBLICATIONS,
                    rig.feed.trace().snapshot().totals().packets().get(PacketType.PUBLISH));
            assertEquals(0, rig.feed.status().missedFrames());
            assertEquals(Phase.STOPPED, recorder.state().phase());
            assertEquals(0, recorder.state().missedFrames());
            List<WireEvent> saved = saved(file);
            assertEquals(rig.events, saved);
            for (int link = 1; link <= DEVICES; link++) {
                assertArrayEquals(up, bytes(saved, link, Direction.CLIENT_TO_SERVER));
                assertArrayEquals(down, bytes(saved, link, Direction.SERVER_TO_CLIENT));
            }
            assertEquals(DEVICES, saved.stream().filter(each -> each instanceof LinkEnded end && end.isFinal())
                    .count());
        }
    }

    /** Small ones, and now and then one that no single read takes. */
    private static String publications() {
        Random random = new Random(7);
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= PUBLICATIONS; i++) {
            int payload = random.nextInt(200) == 0 ? 20_000 : random.nextInt(100);
            int length = 5 + payload;
            all.append("32");
            for (int rest = length; rest > 0; rest >>= 7) {
                all.append("%02x".formatted(rest & 0x7F | (rest > 0x7F ? 0x80 : 0)));
            }
            all.append("000174").append("%04x".formatted(i)).append("2a".repeat(payload));
        }
        return all.toString();
    }

    private static String acknowledgements() {
        StringBuilder all = new StringBuilder(PUBLICATIONS * ACK_BYTES * 2);
        for (int i = 1; i <= PUBLICATIONS; i++) {
            all.append("4002%04x".formatted(i));
        }
        return all.toString();
    }

    private static List<WireEvent> saved(Path file) throws Exception {
        List<WireEvent> events = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(file)) {
            while (events.size() < reader.count()) {
                events.addAll(reader.chunk(events.size()).events());
            }
        }
        return events;
    }

    private static byte[] bytes(List<WireEvent> events, int link, Direction direction) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (WireEvent event : events) {
            if (event instanceof Frame frame && frame.link() == link && frame.direction() == direction) {
                all.writeBytes(frame.raw().toArray());
            }
        }
        return all.toByteArray();
    }
}
