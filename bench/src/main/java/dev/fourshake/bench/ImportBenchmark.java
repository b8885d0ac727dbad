package dev.fourshake.bench;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.importing.PacketImport;
import dev.fourshake.model.wire.WireEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a packet of a packet capture costs on the reader's thread, from the file to the wire event, without the trace:
 * one operation is one MQTT packet of about 120 bytes in a segment of its own, over a thousand connections.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgs = "-Xmx256m")
public class ImportBenchmark {

    private static final int CONNECTIONS = 1000;
    private static final int PACKETS = 200_000;
    private static final byte[] CONNECT = {0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'a'};

    private final int[] sequence = new int[CONNECTIONS];
    private final ByteBuffer packet = ByteBuffer.allocate(512);
    private Path file;

    @Setup
    public void writeFile() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(24 + (PACKETS + CONNECTIONS) * 256).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65_535).putInt(1);
        byte[] publish = publish();
        for (int i = 0; i < PACKETS; i++) {
            int connection = i % CONNECTIONS;
            if (i < CONNECTIONS) {
                add(out, connection, 0x02, new byte[0]);
                sequence[connection] = 1;
            }
            add(out, connection, 0x10, i < CONNECTIONS ? CONNECT : publish);
        }
        file = Files.createTempFile("import", ".pcap");
        Files.write(file, Arrays.copyOf(out.array(), out.position()));
    }

    private static byte[] publish() {
        byte[] topic = "plant/press-4/temperature".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(118);
        bytes.put((byte) 0x30).put((byte) 116).putShort((short) topic.length).put(topic);
        return bytes.array();
    }

    private void add(ByteBuffer out, int connection, int flags, byte[] payload) {
        int length = 40 + payload.length;
        packet.clear();
        packet.putLong(0x0200_0000_0001_0200L).putInt(2).putShort((short) 0x0800);
        packet.putInt(0x4500_0000 | length).putInt(0x4000).putInt(0x4006_0000).putInt(0x0A01_0000 | connection)
                .putInt(0x0A00_0001);
        packet.putShort((short) 40_000).putShort((short) 1883).putInt(sequence[connection]).putInt(0)
                .putInt(0x5000_FFFF | flags << 16).putInt(0).put(payload);
        sequence[connection] += payload.length;
        out.putInt(1_700_000_000).putInt(0).putInt(packet.position()).putInt(packet.position());
        out.put(packet.array(), 0, packet.position());
    }

    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public int read() throws CaptureException {
        int count = 0;
        try (PacketImport input = PacketImport.open(file)) {
            List<WireEvent> events = new ArrayList<>();
            boolean more = true;
            while (more) {
                more = input.read(events);
                count += events.size();
                events.clear();
            }
        }
        return count;
    }

    @TearDown
    public void deleteFile() throws IOException {
        Files.delete(file);
    }
}
