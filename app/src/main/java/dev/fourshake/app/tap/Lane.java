package dev.fourshake.app.tap;

import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One direction of a link: what comes from one side and goes to the other. On the link's event loop only. */
final class Lane {

    private final TapLink link;
    private final Leg from;
    /** Null until that side can be talked to; then what has come waits here. */
    private Leg to;
    private final List<ByteBuf> waiting = new ArrayList<>();
    /** Null while nothing is to be held. */
    private Gate gate;

    private long sent;
    private boolean ended;
    private boolean finished;

    Lane(TapLink link, Leg from) {
        this.link = link;
        this.from = from;
    }

    Direction direction() {
        return from.direction();
    }

    void connect(Leg receiver) {
        to = receiver;
        waiting.forEach(to::write);
        waiting.clear();
        receivedAll();
        finishIfDrained();
    }

    // ------------------------------------------------------------------ traffic

    void received(ByteBuf bytes) {
        long time = WireClock.now();
        if (gate == null) {
            pass(time, bytes);
        } else {
            gate.received(time, bytes);
        }
    }

    /** Told before it is passed on: what it causes elsewhere must stand behind it in the trace. */
    void pass(long time, ByteBuf bytes) {
        int length = bytes.readableBytes();
        ByteBuffer view = bytes.nioBufferCount() == 1 ? bytes.internalNioBuffer(bytes.readerIndex(), length)
                : bytes.nioBuffer();
        int packets = link.live().bytes(direction(), time, view);
        link.passed(length, packets);
        write(bytes);
    }

    /** A held packet, which the trace knows, goes on its way. */
    void send(Bytes packet) {
        link.passed(packet.length(), 1);
        write(Unpooled.wrappedBuffer(packet.asBuffer()));
    }

    /** How often something was sent on. */
    long sent() {
        return sent;
    }

    boolean isHolding() {
        return gate != null && !gate.isEmpty();
    }

    boolean holdsFirst(PacketType type) {
        return gate != null && gate.isFirst(type);
    }

    private void write(ByteBuf bytes) {
        sent++;
        if (to == null) {
            waiting.add(bytes);
        } else {
            to.write(bytes);
        }
    }

    void receivedAll() {
        if (to != null) {
            to.flush();
            regulate();
        }
    }

    /** Reads from one side only what the other takes. */
    void regulate() {
        if (to != null) {
            from.read(to.isWritable() && (gate == null || gate.hasRoom()));
        }
    }

    // ------------------------------------------------------------------ hold and step

    /** @param armed whether packets may have to be held from now on */
    void arm(boolean armed) {
        if (armed && gate == null) {
            gate = new Gate(link, this, link.live().boundary(direction()).copy());
        } else if (!armed && gate != null && gate.isDispensable()) {
            gate = null;
        }
    }

    void step() {
        if (gate != null) {
            gate.step();
            released();
        }
    }

    void releaseAll() {
        if (gate != null) {
            gate.releaseAll();
            released();
        }
    }

    private void released() {
        receivedAll();
        finishIfDrained();
    }

    // ------------------------------------------------------------------ the end

    /** FIN has come; it goes on behind all that is held. */
    void end() {
        ended = true;
        finishIfDrained();
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether FIN was passed on. */
    boolean isFinished() {
        return finished;
    }

    private void finishIfDrained() {
        if (!ended || finished || to == null || gate != null && !gate.isEmpty()) {
            return;
        }
        finished = true;
        if (gate != null) {
            gate.end();
        }
        to.finish(link::finished);
    }

    /** The tap ends the link: nothing is kept back. */
    void letGo() {
        releaseAll();
        if (gate != null) {
            gate.end();
        }
        receivedAll();
    }

    /** The link is over: what has not gone on is lost. */
    void drop() {
        if (gate != null) {
            gate.dropAll();
        }
        waiting.forEach(ByteBuf::release);
        waiting.clear();
    }
}
