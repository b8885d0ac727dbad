package dev.fourshake.app.tap.line;

import dev.fourshake.app.tap.line.LineCourse.Journey;
import dev.fourshake.app.trace.WireClock;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Frame.Fate;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is on its way in one direction of a weak line, in order. On the link's event loop only. */
final class LineQueue {

    /** What may be on its way, in bytes, before the sender is read no further; one packet more may have begun. */
    static final int LIMIT = 1 << 20;
    /** In place of a hold number: a packet of the tap's own, of which the trace was told when it was sent. */
    static final long OWN = 0;
    /** What a packet counts beside its bytes. */
    private static final int OVERHEAD = 64;

    /** @param holdId by which the trace knows it */
    private record Underway(long holdId, Bytes raw, Journey journey) {
    }

    private final WeakLink link;
    private final WeakLane lane;
    private final Deque<Underway> packets = new ArrayDeque<>();
    private long bytes;
    /** Set while something is on its way. */
    private Future<?> timer;

    LineQueue(WeakLink link, WeakLane lane) {
        this.link = link;
        this.lane = lane;
    }

    boolean hasRoom() {
        return bytes < LIMIT;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    void enter(long holdId, Bytes raw, Journey journey) {
        packets.add(new Underway(holdId, raw, journey));
        bytes += OVERHEAD + raw.length();
        if (timer == null) {
            moveOn();
        }
    }

    /** Whatever has come to the end of its way leaves; for the rest there will be time. */
    private void moveOn() {
        timer = null;
        while (!packets.isEmpty()) {
            long left = packets.getFirst().journey().atNanos() - WireClock.now();
            if (left > 0) {
                timer = link.later(left, this::moveOnAndTell);
                return;
            }
            leave();
        }
    }

    private void moveOnAndTell() {
        moveOn();
        lane.moved();
    }

    private void leave() {
        switch (packets.getFirst().journey().outcome()) {
            case ARRIVES -> arrive(packets.removeFirst());
            // Both end with a drop of all that is here.
            case CUTS_THE_LINE -> link.loseConnection();
            case FINDS_NOBODY -> lane.leaveHalfOpen();
            case VANISHES -> throw new IllegalStateException("What vanishes is never on its way.");
        }
    }

    private void arrive(Underway packet) {
        bytes -= OVERHEAD + packet.raw().length();
        tell(packet, Fate.PASSED);
        lane.write(packet.raw());
    }

    private void tell(Underway packet, Fate fate) {
        if (packet.holdId() != OWN) {
            link.live().released(lane.direction(), WireClock.now(), packet.holdId(), fate);
        }
    }

    /** All of it arrives now, whatever should have befallen it. */
    void letGo() {
        stop();
        while (!packets.isEmpty()) {
            arrive(packets.removeFirst());
        }
    }

    /** All of it is lost. */
    void drop() {
        stop();
        packets.forEach(packet -> tell(packet, Fate.DROPPED));
        packets.clear();
        bytes = 0;
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
