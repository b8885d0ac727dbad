package dev.fourshake.app.tap.hold;

import dev.fourshake.app.tap.hold.Reaction.Delay;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A packet at the tap of which it is not done yet what is to be done. On the link's event loop only. */
final class Standing {

    private static final long NOT_HELD = 0;

    private final Bytes raw;
    private final boolean opaque;
    private final long sinceNanos;
    private long holdId = NOT_HELD;
    /** Null where it only waits behind another. */
    private Reaction reaction;
    private long decidedNanos;

    Standing(long sinceNanos, Bytes raw, boolean opaque, Reaction reaction) {
        this.raw = raw;
        this.opaque = opaque;
        this.sinceNanos = sinceNanos;
        this.reaction = reaction;
        decidedNanos = sinceNanos;
    }

    Bytes raw() {
        return raw;
    }

    boolean isOpaque() {
        return opaque;
    }

    PacketType type() {
        return PacketType.ofFirstByte(raw.at(0));
    }

    /**
     * Whether it begins the connection in its direction: nothing goes before CONNECT (MQTT-3.1.0-1), and nothing but
     * AUTH before CONNACK (MQTT-3.2.0-1).
     */
    boolean isOpening() {
        return !opaque && (type() == PacketType.CONNECT || type() == PacketType.CONNACK);
    }

    int packetId() {
        return opaque ? 0 : HeldPacket.packetId(raw);
    }

    long sinceNanos() {
        return sinceNanos;
    }

    long holdId() {
        return holdId;
    }

    /** Whether the trace was told that it stands here. */
    boolean isHeld() {
        return holdId != NOT_HELD;
    }

    void held(long id) {
        holdId = id;
    }

    Optional<Reaction> reaction() {
        return Optional.ofNullable(reaction);
    }

    /** Something else is to be done with it, or nothing but to wait for its turn. */
    void decide(Optional<Reaction> other, long nowNanos) {
        reaction = other.orElse(null);
        decidedNanos = nowNanos;
    }

    /** When it goes on by itself at the latest, as soon as no other stands before it. */
    long releaseNanos(Duration releaseAfter) {
        Duration time = reaction instanceof Delay(Duration by) ? by : releaseAfter;
        return decidedNanos + Math.min(TimeUnit.NANOSECONDS.convert(time), Long.MAX_VALUE - decidedNanos);
    }

    HeldPacket toHeldPacket(int link, Direction direction, Duration releaseAfter) {
        return new HeldPacket(holdId, link, direction, type(), packetId(), sinceNanos, reaction(),
                releaseNanos(releaseAfter));
    }
}
