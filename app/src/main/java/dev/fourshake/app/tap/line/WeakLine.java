package dev.fourshake.app.tap.line;

import dev.fourshake.app.tap.line.LineCourse.Journey;
import dev.fourshake.app.tap.line.LineCourse.Outcome;
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

/**
 * Carries what one side sends as a weak network would: late, slowly, or not at all. What it does is decided packet by
 * packet, when a packet is whole, by {@link LineCourse}; so it does not matter how TCP cut the bytes. A packet that was
 * under way when the line became weak passes as it began.
 *
 * <p>The trace is told of a late packet as of a held one: HELD when it has come, released when it goes on. One that
 * goes on at once is PASSED, one that is lost DROPPED. What the tap itself sends is told when it is sent, and takes
 * its place in the line. On the link's event loop only.
 */
public final class WeakLine {

    private final LinkLines lines;
    private final WeakLink link;
    private final WeakLane lane;
    private final PacketBoundary boundary;
    private final LineCourse course;
    private final LineQueue underway;
    /** What has come of a packet that is not whole yet. */
    private final ByteArrayOutputStream keeping = new ByteArrayOutputStream();
    /** Whether the rest of the packet that is under way passes. */
    private boolean passing;
    /** Whether the client has still to say its name. */
    private boolean watching;
    private boolean receiverGone;
    private boolean over;

    /** @param boundary where the direction stands now */
    WeakLine(LinkLines lines, WeakLink link, WeakLane lane, PacketBoundary boundary) {
        this.lines = lines;
        this.link = link;
        this.lane = lane;
        this.boundary = boundary;
        course = new LineCourse(LineQuality.PERFECT, link.live().number(), lane.direction());
        underway = new LineQueue(link, lane);
        passing = boundary.isInsidePacket();
    }

    /**
     * From now on; what is on its way arrives at once.
     *
     * @param watch whether the first packet is asked who the client is
     */
    public void become(LineQuality quality, boolean watch) {
        watching = watch;
        if (!quality.equals(course.quality())) {
            letGo();
            course.become(quality);
        }
    }

    /** Where the bytes that have entered stand; it moves with them. */
    public PacketBoundary boundary() {
        return boundary;
    }

    /** Whether the sender may be read on: less is on its way than a line holds. */
    public boolean hasRoom() {
        return underway.hasRoom();
    }

    /** Whether nothing is on its way. */
    public boolean isEmpty() {
        return underway.isEmpty();
    }

    /** Whether the direction can do without the line. */
    public boolean isDispensable() {
        return course.quality().isPerfect() && !watching && !receiverGone && underway.isEmpty();
    }

    /** Whether nothing that enters ever arrives: not even FIN or RST. */
    public boolean isSwallowing() {
        return receiverGone || course.isSwallowing();
    }

    // ------------------------------------------------------------------ what enters

    /** Bytes of the sender, cut anyhow. */
    public void received(long time, ByteBuf bytes) {
        if (link.live().boundary(lane.direction().opposite()).isTrusted()) {
            boundary.trust();
        }
        if (link.live().boundary(lane.direction()).isOpaque()) {
            boundary.giveUp();
        }
        ByteBuffer view = bytes.nioBuffer();
        int base = bytes.readerIndex();
        while (view.hasRemaining() && !over) {
            int from = view.position();
            Step step = boundary.advance(view);
            int length = view.position() - from;
            if (passing) {
                passing = step == Step.MORE;
                lane.forward(time, bytes.retainedSlice(base + from, length));
            } else {
                keep(bytes, base + from, length);
                if (step != Step.MORE) {
                    Bytes raw = Bytes.of(keeping.toByteArray());
                    keeping.reset();
                    whole(time, raw, step == Step.OPAQUE);
                }
            }
        }
        bytes.release();
    }

    private void keep(ByteBuf bytes, int from, int length) {
        try {
            bytes.getBytes(from, keeping, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void whole(long time, Bytes raw, boolean opaque) {
        if (watching && lane.direction() == Direction.CLIENT_TO_SERVER) {
            watching = false;
            if (!opaque && PacketType.ofFirstByte(raw.at(0)) == PacketType.CONNECT) {
                lines.introduced(raw);
            }
        }
        Journey journey = opaque ? course.uncounted(time, raw.length()) : course.next(time, raw.length());
        if (isLost(journey)) {
            lost(time, raw, opaque);
        } else if (isAtOnce(time, journey)) {
            lane.forward(time, Unpooled.wrappedBuffer(raw.asBuffer()));
        } else {
            underway.enter(link.live().held(lane.direction(), time, raw, opaque), raw, journey);
        }
    }

    /** A held packet of the sender, let go by whoever held it. */
    public void released(long holdId, Bytes raw, boolean opaque) {
        long time = WireClock.now();
        Journey journey = opaque ? course.uncounted(time, raw.length()) : course.next(time, raw.length());
        if (isLost(journey)) {
            link.live().released(lane.direction(), time, holdId, Fate.DROPPED);
        } else {
            underway.enter(holdId, raw, journey);
        }
    }

    /** A packet of the tap's own, which the trace knows. */
    public void own(Bytes raw) {
        Journey journey = course.uncounted(WireClock.now(), raw.length());
        if (!isLost(journey)) {
            underway.enter(LineQueue.OWN, raw, journey);
        }
    }

    private boolean isLost(Journey journey) {
        return receiverGone || journey.outcome() == Outcome.VANISHES;
    }

    private boolean isAtOnce(long time, Journey journey) {
        return underway.isEmpty() && journey.outcome() == Outcome.ARRIVES && journey.atNanos() <= time;
    }

    private void lost(long time, Bytes raw, boolean opaque) {
        if (opaque) {
            long holdId = link.live().held(lane.direction(), time, raw, true);
            link.live().released(lane.direction(), time, holdId, Fate.DROPPED);
        } else {
            link.live().own(lane.direction(), time, raw, Fate.DROPPED);
        }
    }

    // ------------------------------------------------------------------ the end

    /** All that is on its way arrives now, whatever should have befallen it. */
    public void letGo() {
        underway.letGo();
    }

    /** The sender has ended, or does without the line: passes on what it sent of a packet that is not whole. */
    public void end() {
        if (keeping.size() > 0) {
            byte[] rest = keeping.toByteArray();
            keeping.reset();
            passing = true;
            lane.forward(WireClock.now(), Unpooled.wrappedBuffer(rest));
        }
    }

    /** The side that this goes to is gone, and the sender does not know: all is lost from now on. */
    public void loseReceiver() {
        receiverGone = true;
        underway.drop();
    }

    /** The link is lost, and what was on its way with it. */
    public void dropAll() {
        over = true;
        underway.drop();
        if (keeping.size() > 0) {
            // The beginning of a packet that will never be whole: it was seen, and goes nowhere.
            lost(WireClock.now(), Bytes.of(keeping.toByteArray()), true);
            keeping.reset();
        }
    }
}
