package dev.fourshake.app.tap;

import dev.fourshake.app.tap.hold.Gate;
import dev.fourshake.app.tap.hold.HoldLane;
import dev.fourshake.app.tap.line.LineQuality;
import dev.fourshake.app.tap.line.WeakLane;
import dev.fourshake.app.tap.line.WeakLine;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.PacketBoundary;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One direction of a link: what comes from one side and goes to the other. On the link's event loop only. */
final class Lane implements HoldLane, WeakLane {

    private final TapLink link;
    private final Leg from;
    private final Leg to;
    /** Null while nothing is to be held. */
    private Gate gate;
    /** What is behind the gate; null while nothing that passes is late or lost. */
    private WeakLine line;

    private long sent;
    private boolean ended;
    /** When FIN had come, and RST. */
    private long endedNanos;
    private long resetNanos;
    private boolean finished;
    /** RST has come and is to go on behind all that is on its way; null where none has. */
    private Runnable reset;

    Lane(TapLink link, Leg from, Leg to) {
        this.link = link;
        this.from = from;
        this.to = to;
    }

    @Override
    public Direction direction() {
        return from.direction();
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

    /** Nothing is kept back, and nothing waits for the receiver. */
    boolean isShort() {
        return gate == null && line == null && to.takesNow();
    }

    /** Straight from one side to the other. */
    void pass(long time, ByteBuffer bytes) {
        tell(time, bytes.duplicate());
        sent++;
        if (!to.writeNow(bytes)) {
            flush();
        }
    }

    /** Past the gate. */
    @Override
    public void pass(long time, ByteBuf bytes) {
        if (line == null) {
            forward(time, bytes);
        } else {
            line.received(time, bytes);
        }
    }

    /** Told before it is passed on: what it causes elsewhere must stand behind it in the trace. */
    @Override
    public void forward(long time, ByteBuf bytes) {
        tell(time, bytes.nioBufferCount() == 1 ? bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes())
                : bytes.nioBuffer());
        write(bytes);
    }

    private void tell(long time, ByteBuffer bytes) {
        int length = bytes.remaining();
        link.passed(length, link.live().bytes(direction(), time, bytes));
    }

    /** A held packet is let go. The trace is told when it is passed on. */
    @Override
    public void release(long holdId, Bytes packet, boolean opaque) {
        if (line == null) {
            link.live().released(direction(), WireClock.now(), holdId, Fate.PASSED);
            write(packet);
        } else {
            line.released(holdId, packet, opaque);
        }
    }

    @Override
    public void write(Bytes packet) {
        link.passed(packet.length(), 1);
        write(Unpooled.wrappedBuffer(packet.asBuffer()));
    }

    @Override
    public long sent() {
        return sent;
    }

    @Override
    public void sendOwn(Bytes packet, Fate fate) {
        // What went before it may have made a weak line lose the connection.
        if (!link.isOver()) {
            link.live().own(direction(), WireClock.now(), packet, fate);
            if (line == null) {
                write(packet);
            } else {
                line.own(packet);
            }
        }
    }

    private void write(ByteBuf bytes) {
        sent++;
        to.write(bytes);
    }

    @Override
    public void flush() {
        if (line != null && line.isDispensable()) {
            line.end();
            line = null;
        }
        to.flush();
        regulate();
    }

    /** Reads from one side only what the other takes. */
    void regulate() {
        boolean room = (gate == null || gate.hasRoom()) && (line == null || line.hasRoom());
        from.read(room && (to.isWritable() || isSwallowing()));
    }

    // ------------------------------------------------------------------ hold and step

    @Override
    public void arm(boolean armed) {
        if (armed && gate == null) {
            gate = link.hold().gate(this, boundary().copy());
        } else if (!armed && gate != null && gate.isDispensable()) {
            gate = null;
        }
    }

    @Override
    public Optional<Gate> gate() {
        return Optional.ofNullable(gate);
    }

    /** Something that was kept back has gone on. */
    @Override
    public void moved() {
        if (gate != null) {
            gate.insertWaiting();
        }
        flush();
        finishIfDrained();
    }

    // ------------------------------------------------------------------ weak lines

    /** @param watch whether the first packet is to say who the client is */
    @Override
    public void line(LineQuality quality, boolean watch) {
        if (line == null && (watch || !quality.isPerfect())) {
            line = link.lines().line(this, boundary().copy());
        }
        if (line != null) {
            line.become(quality, watch);
        }
    }

    /** Where the bytes that have come past the gate stand. */
    private PacketBoundary boundary() {
        return line == null ? link.live().boundary(direction()) : line.boundary();
    }

    boolean isUnderway() {
        return line != null && !line.isEmpty();
    }

    /** Not even FIN or RST arrives. */
    @Override
    public boolean isSwallowing() {
        return line != null && line.isSwallowing();
    }

    /** The side that this goes to is gone, and the sender does not know. */
    void loseReceiver() {
        if (line == null) {
            line = link.lines().line(this, boundary().copy());
        }
        line.loseReceiver();
    }

    @Override
    public void leaveHalfOpen() {
        link.halfOpen().leave(this);
    }

    Leg receiver() {
        return to;
    }

    // ------------------------------------------------------------------ the end

    /** RST has come. What was held is lost; what is on its way arrives before it. */
    void reset(Runnable passOn) {
        reset = passOn;
        resetNanos = WireClock.now();
        if (gate != null) {
            gate.dropAll();
        }
        finishIfDrained();
    }

    /** FIN has come; it goes on behind all that is held. */
    void end() {
        ended = true;
        endedNanos = WireClock.now();
        finishIfDrained();
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    /** Whether FIN was passed on. */
    boolean isFinished() {
        return finished;
    }

    private void finishIfDrained() {
        if (link.isOver() || finished || isUnderway() || isSwallowing()) {
            return;
        }
        if (ended && (gate == null || !gate.isHolding())) {
            finished = true;
            endStages();
            to.finish(reset == null ? link::finished : this::resetBehindFin);
        } else if (reset != null) {
            finished = true;
            reset.run();
        }
    }

    /** As long after FIN as it came: so long the receiver has to read what came before. */
    private void resetBehindFin() {
        link.later(Math.max(0, resetNanos - endedNanos), () -> {
            if (!link.isOver()) {
                reset.run();
            }
        });
    }

    /** What is not whole goes on as it is. */
    private void endStages() {
        if (gate != null) {
            gate.end();
        }
        if (line != null) {
            line.end();
        }
    }

    /** The tap ends the link: nothing is kept back. */
    void letGo() {
        if (gate != null) {
            gate.letGo();
        }
        if (line != null) {
            line.letGo();
        }
        endStages();
        flush();
    }

    /** The link is over: what has not gone on is lost. */
    void drop() {
        if (gate != null) {
            gate.dropAll();
        }
        if (line != null) {
            line.dropAll();
        }
    }
}
