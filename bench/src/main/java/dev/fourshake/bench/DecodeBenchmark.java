package dev.fourshake.bench;

import dev.fourshake.model.dissect.Decoded;
import dev.fourshake.model.dissect.Decoder;
import dev.fourshake.model.dissect.Dissection;
import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation: one packet read, on one thread; {@code dissect} with its field tree, as the Packet view asks for it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodeBenchmark {

    @Param({"MQTT_3_1_1", "MQTT_5"})
    public ProtocolVersion version;

    /** PUBACK in its short form; a PUBLISH of 16 bytes at QoS 2; the same with three properties (in MQTT 5). */
    @Param({"PUBACK", "PUBLISH", "PUBLISH_WITH_PROPERTIES"})
    public String packet;

    private Bytes frame;

    @Setup
    public void write() {
        frame = PacketEncoder.encode(make(), version);
    }

    private Packet make() {
        return switch (packet) {
            case "PUBACK" -> new Puback(7, 0, Properties.NONE);
            case "PUBLISH" -> publish(Properties.NONE);
            default -> publish(Properties.of(
                    Property.number(PropertyId.MESSAGE_EXPIRY_INTERVAL, 60),
                    Property.text(PropertyId.CONTENT_TYPE, "application/json"),
                    Property.user("line", "4")));
        };
    }

    private static Publish publish(Properties properties) {
        Bytes payload = Bytes.of("{\"t\":21.5,\"n\":4}".getBytes(StandardCharsets.UTF_8));
        return new Publish(false, Qos.EXACTLY_ONCE, false, "plant/press-4/state", 7, properties, payload);
    }

    @Benchmark
    public Decoded decode() {
        return Decoder.decode(frame, version, Direction.CLIENT_TO_SERVER);
    }

    @Benchmark
    public Dissection dissect() {
        return Decoder.dissect(frame, version, Direction.CLIENT_TO_SERVER);
    }
}
