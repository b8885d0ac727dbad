package dev.fourshake.app.tap;

import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketBoundary;
import dev.fourshake.model.wire.PacketBoundary.Step;
import dev.fourshake.model.wire.PacketType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds back packets of one direction of a link. A packet is held whole or not at all: whether it is, is decided at
 * its first byte, before any of it was passed on. What comes behind a held packet waits behind it, except keep-alive.
 * On the link's event loop only.
 */
final class Gate {

    /** Held bytes at which the sender is read no further; keep-alive behind them then waits as well. */
    static final int LIMIT = 16 << 20;
    private static final int PING_BYTES = 2;

    private record Held(long holdId, Bytes raw) {
    }

    private final TapLink link;
    private final Lane lane;
    private final PacketBoundary boundary;
    private final Deque<Held> held = new ArrayDeque<>();
    private int heldBytes;
    /** The packet that is being kept back until it is whole; null while packets pass. */
    private ByteArrayOutputStream keeping;

    /** @param boundary where the direction stands now */
    Gate(TapLink link, Lane lane, PacketBoundary boundary) {
        this.link = link;
        this.lane = lane;
        this.boundary = boundary;
    }

    boolean hasRoom() {
        return heldBytes < LIMIT;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    boolean isFirst(PacketType type) {
        return !held.isEmpty() && PacketType.ofFirstByte(held.getFirst().raw().at(0)) == type;
    }

    /** Whether the direction can do without the gate, as far as what has come is concerned. */
    boolean isDispensable() {
        return held.isEmpty() && keeping == null;
    }

    void received(long time, ByteBuf bytes) {
        if (link.live().boundary(lane.direction().opposite()).isTrusted()) {
            boundary.trust();
        }
        ByteBuffer view = bytes.nioBuffer();
        int base = bytes.readerIndex();
        int passed = 0;
        while (view.hasRemaining()) {
            int from = view.position();
            if (keeping == null && isPacketToKeep(view.get(from))) {
                pass(time, bytes, base + passed, from - passed);
                keeping = new ByteArrayOutputStream();
            }
            Step step = boundary.advance(view);
            if (keeping != null) {
                passed = view.position();
                keep(bytes, base + from, passed - from);
                if (step != Step.MORE) {
                    arrived(time, step == Step.OPAQUE);
                }
            }
        }
        pass(time, bytes, base + passed, view.position() - passed);
        bytes.release();
    }

    private boolean isPacketToKeep(byte first) {
        if (boundary.isInsidePacket()) {
            return false;
        }
        PacketType type = PacketType.ofFirstByte(first);
        return !held.isEmpty() || !boundary.isOpaque()
                && (link.stopsAt(lane.direction(), type) || link.heartBeat().expects(lane.direction(), type));
    }

    private void pass(long time, ByteBuf bytes, int from, int length) {
        if (length > 0) {
            lane.pass(time, bytes.retainedSlice(from, length));
        }
    }

    private void keep(ByteBuf bytes, int from, int length) {
        try {
            bytes.getBytes(from, keeping, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void arrived(long time, boolean opaque) {
        Bytes raw = Bytes.of(keeping.toByteArray());
        keeping = null;
        if (link.isOver()) {
            // What was passed on before it has made a weak line lose the connection.
            return;
        }
        PacketType type = PacketType.ofFirstByte(raw.at(0));
        boolean ping = (type == PacketType.PINGREQ || type == PacketType.PINGRESP) && raw.length() == PING_BYTES;
        if (!opaque && ping && link.heartBeat().expects(lane.direction(), type)) {
            link.heartBeat().answered(time, raw);
            return;
        }
        if (!opaque && ping || held.isEmpty() && (opaque || !link.stopsAt(lane.direction(), type))) {
            lane.pass(time, Unpooled.wrappedBuffer(raw.asBuffer()));
            return;
        }
        long holdId = link.live().held(lane.direction(), time, raw, opaque);
        held.add(new Held(holdId, raw));
        heldBytes += raw.length();
        link.holds().added(new HeldPacket(holdId, link.number(), lane.direction(), type,
                opaque ? 0 : HeldPacket.packetId(raw), time));
        if (lane.direction() == Direction.CLIENT_TO_SERVER) {
            link.heartBeat().start();
        }
    }

    /** Lets the first held packet go, if there is one. */
    void step() {
        Held first = held.poll();
        if (first != null) {
            left(first);
            lane.release(first.holdId(), first.raw());
        }
    }

    void releaseAll() {
        while (!held.isEmpty()) {
            step();
        }
    }

    /** The sender has ended: passes on what it sent of a packet that will never be whole. */
    void end() {
        if (keeping != null) {
            byte[] rest = keeping.toByteArray();
            keeping = null;
            lane.pass(WireClock.now(), Unpooled.wrappedBuffer(rest));
        }
    }

    /** The link is lost, and what was held with it. */
    void dropAll() {
        for (Held lost : held) {
            left(lost);
            link.live().released(lane.direction(), WireClock.now(), lost.holdId(), Fate.DROPPED);
        }
        held.clear();
        if (keeping != null) {
            // The beginning of a packet that will never be whole: it was seen, and goes nowhere.
            Bytes rest = Bytes.of(keeping.toByteArray());
            keeping = null;
            long time = WireClock.now();
            long holdId = link.live().held(lane.direction(), time, rest, true);
            link.live().released(lane.direction(), time, holdId, Fate.DROPPED);
        }
    }

    private void left(Held packet) {
        heldBytes -= packet.raw().length();
        link.holds().removed(packet.holdId());
    }
}
