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

    static final int DEFLATED = 1;

    /** A block is finished at this size before deflation: a page of some thousand packets, decoded in a millisecond. */
    static final int FULL_BYTES = 128 << 10;

    /** So much is deflated at a time: a live recording must not keep a processor for as long as a whole block takes. */
    private static final int PIECE_BYTES = 4 << 10;

    private final ByteWriter events = new ByteWriter(FULL_BYTES + (FULL_BYTES >> 1));
    private final LinkTraffic.Counter traffic = new LinkTraffic.Counter();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    /** The events before {@link #deflatedTo}, deflated; what needs more room than this is not worth it. */
    private final byte[] deflated = new byte[2 * FULL_BYTES];
    private int deflatedTo;
    private int deflatedBytes;
    private Bytes tail = Bytes.EMPTY;
    private int count;
    /** The lowest number that tells all events: who reads only older ones can still read most blocks. */
    private int format = WireEventCodec.PLAIN;
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
        format = Math.max(format, WireEventCodec.format(event));
        WireEventCodec.writeHead(events, event, timeBefore);
        if (isLarge(event)) {
            tail = ((Frame) event).raw();
        } else if (event instanceof Frame frame) {
            events.bytes(frame.raw());
        }
        if (tail.isEmpty() && events.size() - deflatedTo >= PIECE_BYTES) {
            deflate();
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
        deflater.reset();
        deflatedTo = 0;
        deflatedBytes = 0;
        tail = Bytes.EMPTY;
        count = 0;
        format = WireEventCodec.PLAIN;
        timeBefore = 0;
        return block;
    }

    private void deflate() {
        deflater.setInput(events.array(), deflatedTo, events.size() - deflatedTo);
        deflatedTo = events.size();
        deflatedBytes += deflater.deflate(deflated, deflatedBytes, deflated.length - deflatedBytes);
    }

    private Bytes head() {
        if (tail.isEmpty()) {
            deflater.finish();
            deflate();
        }
        boolean smaller = deflater.finished() && deflatedBytes < events.size() - events.size() / 8;
        ByteWriter out = new ByteWriter(16 + (smaller ? deflatedBytes : events.size()));
        out.u8(format);
        out.u8(smaller ? DEFLATED : 0);
        if (smaller) {
            out.varint(events.size());
            out.bytes(deflated, 0, deflatedBytes);
        } else {
            out.bytes(events.array(), 0, events.size());
        }
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
