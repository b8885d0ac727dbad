package dev.fourshake.bench;

import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/**
 * What a row of the trace costs on its writer's thread: one operation is one packet of a QoS 2 handshake appended,
 * which decodes it, moves both state machines, judges it and fills the columns. Each invocation folds a new trace.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgs = "-Xmx4g")
public class TraceBenchmark {

    private static final int HANDSHAKES = 25_000;
    private static final int ROWS = 4 * HANDSHAKES;
    private static final ProtocolVersion VERSION = ProtocolVersion.MQTT_5;

    private final List<WireEvent> events = new ArrayList<>();

    @Setup
    public void makeTraffic() {
        events.add(new LinkOpened(1, 0, "127.0.0.1:50000", "127.0.0.1:1883", false, false));
        add(Direction.CLIENT_TO_SERVER, new Connect("MQTT", 5, true, 60, Properties.NONE, "press-4", Optional.empty(),
                Optional.empty(), Optional.empty()));
        add(Direction.SERVER_TO_CLIENT, new Connack(false, 0, Properties.NONE));
        for (int i = 0; i < HANDSHAKES; i++) {
            int id = i % 65_535 + 1;
            add(Direction.CLIENT_TO_SERVER, new Publish(false, Qos.EXACTLY_ONCE, false, "plant/press-4/parts", id,
                    Properties.NONE, Bytes.of(new byte[64])));
            add(Direction.SERVER_TO_CLIENT, new Pubrec(id, 0, Properties.NONE));
            add(Direction.CLIENT_TO_SERVER, new Pubrel(id, 0, Properties.NONE));
            add(Direction.SERVER_TO_CLIENT, new Pubcomp(id, 0, Properties.NONE));
        }
    }

    private void add(Direction direction, Packet packet) {
        events.add(Frame.passed(1, 1_000L * events.size(), direction, PacketEncoder.encode(packet, VERSION)));
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public TraceSnapshot append() {
        Trace trace = new Trace();
        events.forEach(trace::append);
        return trace.publish();
    }
}
