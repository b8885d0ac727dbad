package dev.fourshake.app.tap.hold;

import dev.fourshake.model.filter.UntracedSubject;
import dev.fourshake.model.packet.Packet;
import dev.fourshake.model.packet.Publish;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.Optional;

/**
 * A packet that is not in the trace yet, for filters. Nothing is known of what the trace will make of it: filters that
 * ask for that are not set ({@link Breakpoint}). It is decoded when somebody asks. On the link's event loop only.
 */
final class PacketSubject extends UntracedSubject {

    private final LinkFacts facts;
    private final long timeNanos;
    private final Direction direction;
    private final Bytes raw;
    private Optional<Packet> packet;

    PacketSubject(LinkFacts facts, long timeNanos, Direction direction, Bytes raw) {
        this.facts = facts;
        this.timeNanos = timeNanos;
        this.direction = direction;
        this.raw = raw;
    }

    private Optional<Packet> packet() {
        if (packet == null) {
            packet = facts.read(direction, raw).packet();
        }
        return packet;
    }

    /** Whether or not a filter asks: what comes later on the link may mean what this says. */
    void learn() {
        if (type() == PacketType.CONNECT) {
            packet();
        } else if (type() == PacketType.PUBLISH && version().isMqtt5()) {
            topic();
        }
    }

    private Optional<Publish> publish() {
        return type() == PacketType.PUBLISH ? packet().map(Publish.class::cast) : Optional.empty();
    }

    @Override
    public PacketType type() {
        return PacketType.ofFirstByte(raw.at(0));
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public ProtocolVersion version() {
        return facts.version();
    }

    @Override
    public int firstByte() {
        return raw.at(0);
    }

    @Override
    public int packetId() {
        return packet().map(Packet::packetId).orElse(0);
    }

    @Override
    public int reasonCode() {
        return packet().map(Packet::reasonCode).orElse(-1);
    }

    @Override
    public long length() {
        return raw.length();
    }

    @Override
    public int link() {
        return facts.link();
    }

    @Override
    public long timeNanos() {
        return timeNanos;
    }

    @Override
    public long sinceStartNanos() {
        return timeNanos - facts.startNanos(timeNanos);
    }

    @Override
    public String topic() {
        return publish().map(publish -> facts.topic(direction, publish)).orElse("");
    }

    @Override
    public String clientId() {
        return facts.clientId();
    }

    @Override
    public Bytes payload() {
        return publish().map(Publish::payload).orElse(Bytes.EMPTY);
    }
}
