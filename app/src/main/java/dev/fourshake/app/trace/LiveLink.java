package dev.fourshake.app.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.Frame.Fate;
import dev.fourshake.model.wire.FrameReleased;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.PacketBoundary;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * A link as the thread that moves its bytes tells of it: one thread at a time. No call ever waits. What the queue of
 * the trace cannot take is counted, and the trace says so at the place where it is missing; that a link began and
 * ended is told even then.
 */
public final class LiveLink {

    private final TraceFeed feed;
    private final LinkOpened opened;
    private final LinkFramer framer;
    private final LiveDirection toServer;
    private final LiveDirection toClient;
    private final Set<Long> unseenHolds = new HashSet<>();

    LiveLink(TraceFeed feed, LinkOpened opened) {
        this.feed = feed;
        this.opened = opened;
        framer = new LinkFramer(opened.link());
        toServer = new LiveDirection(Direction.CLIENT_TO_SERVER, framer, feed);
        toClient = new LiveDirection(Direction.SERVER_TO_CLIENT, framer, feed);
        // Whether there is room or not: links have to be told in the order of their numbers.
        feed.add(Entry.Events.of(opened));
    }

    public int number() {
        return opened.link();
    }

    public LinkOpened opened() {
        return opened;
    }

    /** Where the direction stands between packets. It moves with {@link #bytes}; not to be moved by the caller. */
    public PacketBoundary boundary(Direction direction) {
        return at(direction).boundary();
    }

    /**
     * Bytes that the tap passes on, as they were read: any part of a packet, or several. Reads the buffer to its end.
     *
     * @param timeNanos when they came, of {@link WireClock}
     * @return how many packets end in them
     */
    public int bytes(Direction direction, long timeNanos, ByteBuffer bytes) {
        LiveDirection half = at(direction);
        if (at(direction.opposite()).boundary().isTrusted()) {
            half.boundary().trust();
        }
        return half.bytes(timeNanos, bytes);
    }

    /**
     * A whole frame stands at the tap; it is told of again by {@link #released}. The {@link #bytes} before it end with
     * a packet.
     *
     * @param opaque see {@link Frame#opaque}
     * @return its hold identifier
     */
    public long held(Direction direction, long timeNanos, Bytes raw, boolean opaque) {
        long holdId = feed.nextHoldId();
        Frame frame = new Frame(number(), timeNanos, direction, raw, opaque, Fate.HELD, holdId);
        if (!at(direction).whole(frame)) {
            unseenHolds.add(holdId);
        }
        return holdId;
    }

    /** A whole frame that the tap itself has sent, or kept from its receiver. It stands between two packets. */
    public void own(Direction direction, long timeNanos, Bytes raw, Fate fate) {
        at(direction).whole(new Frame(number(), timeNanos, direction, raw, false, fate, 0));
    }

    /** A held frame has left the tap: passed on or dropped. */
    public void released(Direction direction, long timeNanos, long holdId, Fate fate) {
        if (!unseenHolds.remove(holdId)) {
            feed.add(Entry.Events.of(new FrameReleased(number(), timeNanos, direction, holdId, fate)));
        }
    }

    /**
     * The link has ended, or one side has closed its direction; is told whether there is room in the queue or not.
     */
    public void ended(long timeNanos, Party by, Ending how, String detail) {
        toServer.fillGap(timeNanos);
        toClient.fillGap(timeNanos);
        feed.add(new Entry.End(framer, new LinkEnded(number(), timeNanos, by, how, detail)));
    }

    private LiveDirection at(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? toServer : toClient;
    }
}
