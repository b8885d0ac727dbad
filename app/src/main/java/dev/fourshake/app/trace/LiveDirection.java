package dev.fourshake.app.trace;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.PacketBoundary;
import dev.fourshake.model.wire.PacketBoundary.Step;
import java.nio.ByteBuffer;

/**
 * One direction of a live link on the thread that moves its bytes. What the queue cannot take is counted, and the
 * next thing to enter the queue begins with a packet.
 */
final class LiveDirection {

    private final Direction direction;
    private final LinkFramer framer;
    private final TraceFeed feed;
    private final PacketBoundary boundary = new PacketBoundary();

    private boolean missing;
    private long missedBytes;
    private long missedFrames;

    LiveDirection(Direction direction, LinkFramer framer, TraceFeed feed) {
        this.direction = direction;
        this.framer = framer;
        this.feed = feed;
    }

    PacketBoundary boundary() {
        return boundary;
    }

    /**
     * Bytes that travel on. Reads the buffer to its end.
     *
     * @return how many packets end in them
     */
    int bytes(long timeNanos, ByteBuffer bytes) {
        boolean room = feed.hasRoom(2 * Entry.OVERHEAD + bytes.remaining());
        if (room && !missing && isAdded(timeNanos, bytes)) {
            return skip(bytes);
        }
        if (!missing && boundary.isInsidePacket()) {
            count(0, 1);
        }
        int packets = 0;
        while (bytes.hasRemaining()) {
            if (room && missing && !boundary.isInsidePacket()) {
                fillGap(timeNanos);
                if (isAdded(timeNanos, bytes)) {
                    return packets + skip(bytes);
                }
            }
            packets += miss(bytes);
        }
        return packets;
    }

    /** A whole frame that stands between two packets, and did not go the common way. False where it did not fit. */
    boolean whole(Frame frame) {
        if (frame.opaque()) {
            boundary.giveUp();
        } else {
            boundary.trust();
        }
        Entry.Whole whole = new Entry.Whole(framer, frame);
        if (!feed.hasRoom(Entry.OVERHEAD + whole.cost())) {
            count(frame.raw().length(), frame.opaque() ? 0 : 1);
            return false;
        }
        fillGap(frame.timeNanos());
        feed.add(whole);
        return true;
    }

    /** Tells what was missed so far, if anything. */
    void fillGap(long timeNanos) {
        if (missing) {
            feed.add(new Entry.Gap(framer, direction, timeNanos, missedBytes, missedFrames, boundary.isTrusted(),
                    boundary.isOpaque()));
            missing = false;
            missedBytes = 0;
            missedFrames = 0;
        }
    }

    /** False where Java has no memory left: that is the observer's trouble, and the traffic goes on. */
    private boolean isAdded(long timeNanos, ByteBuffer bytes) {
        try {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(bytes.position(), copy);
            feed.add(new Entry.Chunk(framer, direction, timeNanos, Bytes.of(copy)));
            return true;
        } catch (OutOfMemoryError _) {
            return false;
        }
    }

    private int miss(ByteBuffer bytes) {
        int from = bytes.position();
        boolean begins = !boundary.isInsidePacket() && !boundary.isOpaque();
        int packets = boundary.advance(bytes) == Step.PACKET ? 1 : 0;
        count(bytes.position() - from, begins ? 1 : 0);
        return packets;
    }

    private void count(int bytes, int frames) {
        missing = true;
        missedBytes += bytes;
        missedFrames += frames;
        feed.missed(bytes, frames);
    }

    private int skip(ByteBuffer bytes) {
        int packets = 0;
        while (bytes.hasRemaining()) {
            if (boundary.advance(bytes) == Step.PACKET) {
                packets++;
            }
        }
        return packets;
    }
}
