package dev.fourshake.app.tap.hold;

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
import java.util.Optional;

/**
 * Where packets of one direction of a link are looked at before they pass. A packet is kept whole or not at all:
 * whether it is, is decided at its first byte, before any of it was passed on. What comes behind a held packet waits
 * behind it, except keep-alive; behind CONNECT and CONNACK that waits as well. On the link's event loop only.
 */
public final class Gate {

    /**
     * Bytes of memory that held packets take, at which the sender is read no further; keep-alive behind them then
     * waits.
     */
    static final int LIMIT = 16 << 20;
    private static final int PING_BYTES = 2;

    private final LinkHold hold;
    private final HoldLink link;
    private final HoldLane lane;
    private final PacketBoundary boundary;
    private final HeldQueue held;
    /** The packet that is being kept back until it is whole; null while packets pass. */
    private ByteArrayOutputStream keeping;
    /** Packets of our own that wait until the one that is passing has passed, or CONNECT or CONNACK has gone on. */
    private final Deque<Bytes> inserts = new ArrayDeque<>();

    /** @param boundary where the direction stands now */
    Gate(LinkHold hold, HoldLink link, HoldLane lane, PacketBoundary boundary) {
        this.hold = hold;
        this.link = link;
        this.lane = lane;
        this.boundary = boundary;
        held = new HeldQueue(hold, link.live(), lane);
    }

    HeldQueue held() {
        return held;
    }

    /** Whether a packet is held. */
    public boolean isHolding() {
        return !held.isEmpty();
    }

    /** Whether the sender may be read on. */
    public boolean hasRoom() {
        return held.bytes() < LIMIT;
    }

    /** Whether the direction can do without the gate, as far as what has come is concerned. */
    public boolean isDispensable() {
        return held.isEmpty() && keeping == null && inserts.isEmpty();
    }

    // ------------------------------------------------------------------ what comes

    /** Bytes of the sender, cut anyhow; this is the last that is heard of them. */
    public void received(long time, ByteBuf bytes) {
        if (link.live().boundary(lane.direction().opposite()).isTrusted()) {
            boundary.trust();
        }
        ByteBuffer view = bytes.nioBuffer();
        int base = bytes.readerIndex();
        int passed = 0;
        // A packet may have made the tap cut the link: what stands behind it is lost.
        while (view.hasRemaining() && !link.isOver()) {
            int from = view.position();
            if (!inserts.isEmpty() && mayInsert()) {
                pass(time, bytes, base + passed, from - passed);
                passed = from;
                insertAll();
            }
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
        if (!link.isOver()) {
            pass(time, bytes, base + passed, view.position() - passed);
            insertWaiting();
        }
        bytes.release();
    }

    private boolean isPacketToKeep(byte first) {
        if (boundary.isInsidePacket()) {
            return false;
        }
        PacketType type = PacketType.ofFirstByte(first);
        return !held.isEmpty() || !boundary.isOpaque()
                && (hold.looksAt(lane.direction(), type) || hold.heartBeat().expects(lane.direction(), type));
    }

    private void pass(long time, ByteBuf bytes, int from, int length) {
        if (length > 0) {
            went();
            lane.pass(time, bytes.retainedSlice(from, length));
        }
    }

    private void went() {
        if (lane.direction() == Direction.CLIENT_TO_SERVER) {
            hold.pings().wentToBroker();
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
        if (!opaque && ping && !held.isOpening()) {
            ping(time, type, raw);
            return;
        }
        Optional<Reaction> reaction = opaque ? Optional.empty() : hold.reactionTo(time, lane.direction(), raw);
        if (held.isEmpty() && reaction.isEmpty()) {
            passWhole(time, raw);
            return;
        }
        held.arrived(time, raw, opaque, reaction);
        if (lane.direction() == Direction.CLIENT_TO_SERVER && !held.isEmpty()) {
            hold.heartBeat().start(lane);
        }
    }

    /** Keep-alive passes whatever is held, or the tap stands in for who cannot be reached. */
    private void ping(long time, PacketType type, Bytes raw) {
        if (hold.heartBeat().expects(lane.direction(), type)) {
            hold.heartBeat().answered(time, raw);
            return;
        }
        if (type == PacketType.PINGREQ && lane.direction() == Direction.CLIENT_TO_SERVER) {
            hold.pings().asked(time);
            if (hold.heartBeat().standsIn(lane, time, raw)) {
                return;
            }
        } else if (type == PacketType.PINGRESP && lane.direction() == Direction.SERVER_TO_CLIENT) {
            hold.pings().answered();
        }
        passWhole(time, raw);
    }

    private void passWhole(long time, Bytes raw) {
        went();
        lane.pass(time, Unpooled.wrappedBuffer(raw.asBuffer()));
    }

    // ------------------------------------------------------------------ packets of our own

    /**
     * Sends a packet of our own as soon as it does not stand in the middle of another, or before CONNECT or CONNACK.
     * Nothing follows bytes that are no MQTT.
     */
    void insert(Bytes packet) {
        inserts.add(packet);
        insertWaiting();
    }

    /** Something has gone on, and packets of our own may have waited for that. */
    public void insertWaiting() {
        if (boundary.isOpaque()) {
            inserts.clear();
        } else if (mayInsert()) {
            insertAll();
        }
    }

    /** As far as what goes on is concerned: a packet that is kept has not begun there. */
    private boolean mayInsert() {
        return (keeping != null || !boundary.isInsidePacket()) && !held.isOpening();
    }

    private void insertAll() {
        Bytes packet;
        while ((packet = inserts.poll()) != null) {
            lane.sendOwn(packet, Fate.INJECTED);
        }
    }

    // ------------------------------------------------------------------ the end

    /** Lets all go that is held, as it came. */
    public void letGo() {
        held.releaseAll();
        insertWaiting();
    }

    /** The sender has ended: passes on what it sent of a packet that will never be whole. */
    public void end() {
        if (keeping != null) {
            byte[] rest = keeping.toByteArray();
            keeping = null;
            lane.pass(WireClock.now(), Unpooled.wrappedBuffer(rest));
        }
    }

    /** The link is lost, and what was held with it. */
    public void dropAll() {
        held.dropAll();
        inserts.clear();
        if (keeping != null) {
            // The beginning of a packet that will never be whole: it was seen, and goes nowhere.
            Bytes rest = Bytes.of(keeping.toByteArray());
            keeping = null;
            long time = WireClock.now();
            long holdId = link.live().held(lane.direction(), time, rest, true);
            link.live().released(lane.direction(), time, holdId, Fate.DROPPED);
        }
    }
}
