package dev.fourshake.app.capture;

import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.Frame;
import dev.fourshake.model.wire.FramesMissed;
import dev.fourshake.model.wire.WireEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much travelled on one direction of a link: what is known of a block even where its bytes are lost. */
record LinkTraffic(int link, Direction direction, long frames, long bytes) {

    /** The event that stands in the place of this traffic where it is lost. */
    FramesMissed missed(long timeNanos) {
        return new FramesMissed(link, timeNanos, direction, bytes, frames);
    }

    static byte[] encode(List<LinkTraffic> traffic) {
        ByteWriter out = new ByteWriter(16 * traffic.size());
        for (LinkTraffic one : traffic) {
            out.varint((one.link & 0xFFFF_FFFFL) << 1 | (one.direction == Direction.SERVER_TO_CLIENT ? 1 : 0));
            out.varint(one.frames);
            out.varint(one.bytes);
        }
        return out.toArray();
    }

    static List<LinkTraffic> decode(byte[] encoded) throws BadBlockException {
        ByteReader in = new ByteReader(Bytes.of(encoded));
        List<LinkTraffic> traffic = new ArrayList<>();
        while (!in.atEnd()) {
            long key = in.varint();
            Direction direction = (key & 1) == 0 ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
            traffic.add(new LinkTraffic((int) (key >>> 1), direction, in.varint(), in.varint()));
        }
        return traffic;
    }

    /** Adds up frames, and what was missed of them already. */
    static final class Counter {

        private record Key(int link, Direction direction) {
        }

        private static final class Sum {
            private long frames;
            private long bytes;
        }

        private final Map<Key, Sum> sums = new LinkedHashMap<>();
        private Key lastKey = new Key(0, null);
        private Sum last;

        void add(WireEvent event) {
            switch (event) {
                case Frame frame -> add(frame.link(), frame.direction(), 1, frame.raw().length());
                case FramesMissed missed ->
                        add(missed.link(), missed.direction(), Math.max(0, missed.frames()), missed.bytes());
                default -> { }
            }
        }

        private void add(int link, Direction direction, long frames, long bytes) {
            if (last == null || lastKey.link != link || lastKey.direction != direction) {
                lastKey = new Key(link, direction);
                last = sums.computeIfAbsent(lastKey, _ -> new Sum());
            }
            last.frames += frames;
            last.bytes += bytes;
        }

        boolean isEmpty() {
            return sums.isEmpty();
        }

        /** What was added since the last call. */
        List<LinkTraffic> take() {
            List<LinkTraffic> traffic = new ArrayList<>(sums.size());
            sums.forEach((key, sum) -> traffic.add(new LinkTraffic(key.link, key.direction, sum.frames, sum.bytes)));
            sums.clear();
            last = null;
            return traffic;
        }
    }
}
