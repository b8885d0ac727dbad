package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.WireEvent;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Gathers wire events into the bytes of a block: format number, flags, and the events one behind the other, deflated
 * where that makes them smaller. A frame too large to share a block has one of its own, whose raw bytes are not copied.
 */
final class BlockEncoder implements AutoCloseable {

    static final int FORMAT = 1;
    static final int DEFLATED = 1;

    /** A block is finished at this size before deflation: a page of some thousand packets, decoded in a millisecond. */
    static final int FULL_BYTES = 128 << 10;

    private final ByteWriter events = new ByteWriter(FULL_BYTES + (FULL_BYTES >> 1));
    private final LinkTraffic.Counter traffic = new LinkTraffic.Counter();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private Bytes tail = Bytes.EMPTY;
    private int count;
    private long earliest;
    private long latest;
    private long timeBefore;

    /** Whether a frame is so large that its block must hold nothing else. */
    static boolean isLarge(WireEvent event) {
        return event instanceof Frame frame && frame.raw().length() >= FULL_BYTES;
    }

    /** Takes the event. A large one must be the first, and then {@link #finish} must follow. */
    void add(WireEvent event) {
        long time = event.timeNanos();
        earliest = count == 0 ? time : Math.min(earliest, time);
        latest = count == 0 ? time : Math.max(latest, time);
        traffic.add(event);
        WireEventCodec.writeHead(events, event, timeBefore);
        if (isLarge(event)) {
            tail = ((Frame) event).raw();
        } else if (event instanceof Frame frame) {
            events.bytes(frame.raw());
        }
        timeBefore = time;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return events.size() >= FULL_BYTES || !tail.isEmpty();
    }

    /** The block of all events since the last one, and an empty encoder again. There must be some. */
    EncodedBlock finish() {
        EncodedBlock block = new EncodedBlock(count, earliest, latest, traffic.take(), head(), tail);
        events.clear();
        tail = Bytes.EMPTY;
        count = 0;
        timeBefore = 0;
        return block;
    }

    private Bytes head() {
        byte[] deflated = new byte[events.size()];
        deflater.reset();
        deflater.setInput(events.array(), 0, events.size());
        deflater.finish();
        int length = tail.isEmpty() ? deflater.deflate(deflated) : 0;
        boolean smaller = length > 0 && deflater.finished() && length < events.size() - events.size() / 8;
        ByteWriter out = new ByteWriter(16 + (smaller ? length : events.size()));
        out.u8(FORMAT);
        out.u8(smaller ? DEFLATED : 0);
        if (smaller) {
            out.varint(events.size());
        }
        out.bytes(smaller ? Bytes.of(deflated, 0, length) : Bytes.of(events.array(), 0, events.size()));
        return Bytes.of(out.array(), 0, out.size());
    }

    @Override
    public void close() {
        deflater.end();
    }

    /** A block ready to be stored: {@code head} and behind it {@code tail}. */
    record EncodedBlock(int count, long earliest, long latest, List<LinkTraffic> traffic, Bytes head,
                        Bytes tail) {

        int size() {
            return Math.addExact(head.length(), tail.length());
        }

        /** At most {@code count} bytes from {@code from} on; a copy only where the range lies in both. */
        Bytes range(int from, int count) {
            int to = Math.min(size(), from + count);
            if (from >= head.length()) {
                return tail.slice(from - head.length(), to - from);
            }
            if (to <= head.length()) {
                return head.slice(from, to - from);
            }
            byte[] both = new byte[to - from];
            head.copyTo(from, both, 0, head.length() - from);
            tail.copyTo(0, both, head.length() - from, to - head.length());
            return Bytes.of(both);
        }
    }
}
