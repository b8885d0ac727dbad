package dev.fourshake.model.diagram;

import dev.fourshake.model.encode.PacketEncoder;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.Connect;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Properties;
import dev.fourshake.model.packet.Property;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.packet.Puback;
import dev.fourshake.model.packet.Pubcomp;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.packet.Pubrec;
import dev.fourshake.model.packet.Pubrel;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.packet.Suback;
import dev.fourshake.model.packet.Subscribe;
import dev.fourshake.model.packet.TopicSubscription;
import dev.fourshake.model.trace.Trace;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes real traces from real bytes: each call is one packet, half a millisecond after the one before. */
public final class Traffic {

    static final String BROKER = "10.0.0.1:1883";
    private static final long STEP = 500_000;

    private final Trace trace = new Trace();
    private final ProtocolVersion version;
    private long time = Instant.parse("2026-11-23T14:23:04.123Z").getEpochSecond() * 1_000_000_000L + 123_000_000L;
    private int links;
    private long holds;

    public Traffic(ProtocolVersion version) {
        this.version = version;
    }

    public TraceSnapshot snapshot() {
        return trace.publish();
    }

    public Traffic pause(long nanos) {
        time += nanos;
        return this;
    }

    public int open() {
        return open(BROKER);
    }

    public int open(String broker) {
        trace.append(new LinkOpened(++links, tick(), "10.0.0.7:" + (50_000 + links), broker, false, false));
        return links;
    }

    /** A link with an accepted CONNECT. */
    public int connect(String clientId) {
        int link = open();
        up(link, connectPacket(clientId, true));
        down(link, new Connack(false, 0, Properties.NONE));
        return link;
    }

    public Connect connectPacket(String clientId, boolean cleanStart) {
        Properties kept = version.isMqtt5()
                ? Properties.of(Property.number(PropertyId.SESSION_EXPIRY_INTERVAL, 300)) : Properties.NONE;
        return new Connect(version.protocolName(), version.level(), cleanStart, 60, kept, clientId,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Traffic up(int link, Packet packet) {
        return frame(link, Direction.CLIENT_TO_SERVER, packet, Frame.Fate.PASSED, 0);
    }

    public Traffic down(int link, Packet packet) {
        return frame(link, Direction.SERVER_TO_CLIENT, packet, Frame.Fate.PASSED, 0);
    }

    public Traffic frame(int link, Direction direction, Packet packet, Frame.Fate fate, long holdId) {
        Bytes raw = PacketEncoder.encode(packet, version);
        trace.append(new Frame(link, tick(), direction, raw, false, fate, holdId));
        return this;
    }

    public Traffic raw(int link, Direction direction, String hex) {
        trace.append(Frame.passed(link, tick(), direction, Bytes.ofHex(hex)));
        return this;
    }

    public Traffic opaque(int link, Direction direction, String hex) {
        trace.append(Frame.opaque(link, tick(), direction, Bytes.ofHex(hex)));
        return this;
    }

    /** The tap holds a packet; returns the number to let it go by. */
    public long hold(int link, Direction direction, Packet packet) {
        frame(link, direction, packet, Frame.Fate.HELD, ++holds);
        return holds;
    }

    public Traffic release(int link, Direction direction, long holdId, Frame.Fate fate) {
        trace.append(new FrameReleased(link, tick(), direction, holdId, fate));
        return this;
    }

    public Traffic missed(int link, long bytes, long frames) {
        trace.append(new FramesMissed(link, tick(), Direction.CLIENT_TO_SERVER, bytes, frames));
        return this;
    }

    public Traffic end(int link, LinkEnded.Ending how) {
        trace.append(new LinkEnded(link, tick(), LinkEnded.Party.CLIENT, how, ""));
        return this;
    }

    public Traffic subscribe(int link, int packetId, String filter) {
        up(link, new Subscribe(packetId, Properties.NONE,
                List.of(new TopicSubscription(filter, Qos.EXACTLY_ONCE, false, false, 0))));
        return down(link, new Suback(packetId, Properties.NONE, List.of(2)));
    }

    /** A whole delivery at QoS 2 from a client. */
    public Traffic deliver2(int link, int packetId, String topic) {
        return up(link, publish(2, packetId, topic)).down(link, pubrec(packetId)).up(link, pubrel(packetId))
                .down(link, pubcomp(packetId));
    }

    public static Publish publish(int qos, int packetId, String topic) {
        return new Publish(false, Qos.ofLevel(qos), false, topic, packetId, Properties.NONE,
                Bytes.of("21.5".getBytes(StandardCharsets.UTF_8)));
    }

    public static Publish again(Publish first) {
        return new Publish(true, first.qos(), first.retain(), first.topicName(), first.packetId(), first.properties(),
                first.payload());
    }

    public static Puback puback(int packetId) {
        return new Puback(packetId, 0, Properties.NONE);
    }

    public static Pubrec pubrec(int packetId) {
        return new Pubrec(packetId, 0, Properties.NONE);
    }

    public static Pubrel pubrel(int packetId) {
        return new Pubrel(packetId, 0, Properties.NONE);
    }

    public static Pubcomp pubcomp(int packetId) {
        return new Pubcomp(packetId, 0, Properties.NONE);
    }

    private long tick() {
        return time += STEP;
    }
}
